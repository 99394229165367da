"""Cuts a message into words that keep their place. Knows spelling, not meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import spacy
from spacy.language import Language

from understanding.folding import Folded, fold

LONGEST = 2000  # characters read of one message; the rest says little and costs time

HESITATIONS = frozenset({"um", "umm", "ummm", "uh", "uhh", "uhhh", "uhm", "erm"})

_JOINED = re.compile(r"(?<=[^\W_])[-_](?=[^\W_])")
# "a;os": the key of the "ñ" on another keyboard.
_ENE = re.compile(
    r"(?i)\b(a|ni|ma|se|espa|due|peque|compa|cu|sue|ense);(?=(os?|as?|or|ora|ol|ana|ero|era)\b)"
)
_RUN_OF_MARKS = re.compile(r"[^\w\s]{4,}")
_GLUED = re.compile(r"(\d+(?:st|nd|rd|th)?)([a-z]+)")
_SEXED = re.compile(r"([mf])(/?)(\d{2})")  # "F/34", a case worker's shorthand
_INITIAL = re.compile(r"[a-z]\.")  # "class b." ends a sentence as often as it shortens a name
_ASKED = re.compile(r"(?<=[^\s.;!?\xbf\xa1])(\s*)\xbf")
_SHORTENED = re.compile(r"([a-z]+)('(?:m|s|re|ve|ll|d))|([a-z]+)(n't)")
_WRITTEN_OUT = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not"}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|ro|do|to|mo|vo|no|o|er|ero|a)")

Mend = Callable[[str], str]


@dataclass(frozen=True)
class Word:
    """One word as matched on, and where it stands in the folded text."""

    text: str
    start: int
    end: int


def reader_of(language: str) -> Language:
    """Make the tokenizer of a language; no model is loaded."""
    return spacy.blank(language)


def prepared(text: str) -> Folded:
    """Fold the part of a message that is read, with hyphens inside words opened."""
    folded = fold(_ASKED.sub(r"\1;", _ENE.sub(r"\1n", text[:LONGEST])))
    opened = _JOINED.sub(" ", folded.text)
    return Folded(_RUN_OF_MARKS.sub(_first_only, opened), folded.at)


def _first_only(run: re.Match[str]) -> str:
    """Of many marks in a row one is enough, and the tokenizer is slow over the rest."""
    return run[0][0] + " " * (len(run[0]) - 1)


def words_in(folded: str, tokenizer: Language, spelling: Mapping[str, str]) -> list[Word]:
    """Cut folded text into words in their normal spelling (did not, going to, 19 yo)."""
    words: list[Word] = []
    for token in tokenizer.tokenizer(folded):
        if token.is_space or token.text in HESITATIONS:
            continue
        start = token.idx
        for piece, norm in _pieces(token.text, token.norm_):
            words.append(Word(spelling.get(norm, norm), start, start + len(piece)))
            start += len(piece)
    return _with_aint(words)


def _with_aint(words: list[Word]) -> list[Word]:
    """Read the "ai" of "ain't" as "is": by itself it is another word."""
    for at, (word, after) in enumerate(pairwise(words)):
        if word.text == "ai" and after.text == "not" and word.end == after.start:
            words[at] = Word("is", word.start, word.end)
    return words


def _pieces(text: str, norm: str) -> list[tuple[str, str]]:
    shortened = _SHORTENED.fullmatch(text)
    if shortened:  # "i'm" inside a message that is not English
        word, rest = (part for part in shortened.groups() if part)
        return [(word, word), (rest, _WRITTEN_OUT.get(rest, rest))]
    sexed = _SEXED.fullmatch(text)
    if sexed:
        return [
            (part, "male" if part == "m" else "female" if part == "f" else part)
            for part in sexed.groups()
            if part
        ]
    if _INITIAL.fullmatch(text):
        return [(text[0], text[0]), (".", ".")]
    if not text[0].isdigit() or _ORDINAL.fullmatch(text):
        return [(text, norm)]
    glued = _GLUED.fullmatch(text)
    return [(part, part) for part in glued.groups()] if glued else [(text, norm)]
