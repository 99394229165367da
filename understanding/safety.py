"""Recognises danger in a message: crisis, abuse, trafficking. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from understanding.danger_features import is_grave
from understanding.danger_signs import NONE, signs

FOLDER = Path(__file__).parent / "vocabulary" / "safety"
KINDS = ("crisis", "trafficking", "abuse")  # the first found answers
LONGEST = 4000  # characters read
SURE_FROM = 0.26  # share of danger that raises an alarm beside a grave word, where no pattern does
SURE_ALONE = 0.36  # and in words none of which is grave by itself
RULED_OUT = 0.15  # share below which even a pattern raises none: all around it is calm
SHORT = 40  # words of a message that is weighed as a whole
AROUND = 10  # words beside a pattern's, up to a stop, that are weighed with it
STOPS = r"[.,;!?]"
STRETCH = 100  # words weighed together
SMALL_WORDS = {
    "en": frozenset(
        (
            "i",
            "im",
            "my",
            "me",
            "the",
            "and",
            "to",
            "a",
            "of",
            "he",
            "she",
            "is",
            "it",
            "in",
            "you",
            "that",
            "with",
            "but",
            "was",
        )
    ),
    "es": frozenset(
        (
            "que",
            "de",
            "el",
            "la",
            "los",
            "las",
            "mi",
            "me",
            "yo",
            "y",
            "en",
            "no",
            "un",
            "una",
            "es",
            "con",
            "por",
            "para",
            "pa",
            "se",
        )
    ),
}

_LEET = str.maketrans("013457@$", "oieastas")
_SPACED = re.compile(r"\b(?:\w[ .*_-]){2,}\w\b")
_LEET_WORD = re.compile(r"\b(?=\w*[a-z])(?=\w*[013457@$])[\w@$]+")
_STRETCHED = re.compile(r"(\w)\1{2,}")
_NOT_WORD = re.compile(r"[^\w;.!?,]+|_+")
_STOP = re.compile(r"([;.!?,])")
_PIECE = re.compile(r"!?\([^()]*\)|[^\s()]+")


@dataclass(frozen=True)
class Danger:
    """What a message lets fear."""

    kind: str  # crisis, abuse, trafficking
    language: str


@dataclass(frozen=True)
class _Words:
    language: str
    idioms: re.Pattern[str]
    dangers: tuple[tuple[str, re.Pattern[str]], ...]


def danger_in(text: str) -> Danger | None:
    """Tell the gravest danger a message speaks of, or None. Idioms ("dying to start") are none."""
    plain = plain_text(text[:LONGEST])
    return _by_pattern(plain) or _by_signs(plain)


def _by_pattern(plain: str) -> Danger | None:
    """Find danger in words that were foreseen, unless all that stands around them is calm."""
    for kind in KINDS:
        for words in _vocabulary(FOLDER):
            told = words.idioms.sub(" ~ ", plain)
            met = (
                found
                for name, pattern in words.dangers
                if name == kind
                for found in pattern.finditer(told)
            )
            if any(_is_meant(told, found) for found in met):
                return Danger(kind, words.language)
    return None


def _is_meant(told: str, found: re.Match[str]) -> bool:
    """Weigh a pattern's words with those beside them, and a short message as a whole too.

    Where nothing was learned, the patterns alone decide.
    """
    known = signs(FOLDER)
    before = re.split(STOPS, told[: found.start()])[-1].split()
    behind = re.split(STOPS, told[found.end() :])[0].split()
    near = [*before[-AROUND:], *found[0].split(), *behind[:AROUND]]
    weighed = [near] if told.count(" ") > SHORT else [near, told.split()]
    return known is None or all(
        1.0 - known.shares(" ".join(words))[NONE] >= RULED_OUT for words in weighed
    )


def _by_signs(plain: str) -> Danger | None:
    """Weigh all words together: danger may be told in none of the foreseen ways."""
    known = signs(FOLDER)
    if known is None:
        return None
    for stretch in _stretches(plain.split()):
        shares = known.shares(stretch)
        if 1.0 - shares[NONE] >= (SURE_FROM if is_grave(stretch) else SURE_ALONE):
            return Danger(max(KINDS, key=lambda one: shares[one]), _language_of(stretch))
    return None


def _stretches(words: list[str]) -> Iterator[str]:
    """Cut a very long text into stretches that overlap, so that its end is read as its start."""
    for start in range(0, max(1, len(words) - STRETCH // 2), STRETCH // 2):
        yield " ".join(words[start : start + STRETCH])


def _language_of(plain: str) -> str:
    """Count the small words of each language; the first language where they say nothing."""
    words = plain.split()
    counts = {name: sum(word in small for word in words) for name, small in SMALL_WORDS.items()}
    return max(counts, key=lambda name: counts[name])


def idiom_in(text: str) -> bool:
    """Tell whether a message uses a grave word as people do in jest ("this is killing me")."""
    plain = plain_text(text[:LONGEST])
    return any(words.idioms.search(plain) for words in _vocabulary(FOLDER))


def plain_text(text: str) -> str:
    """Lower, without accents, stretched or spaced letters, and figures that stand for letters."""
    marks = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\x00", ""))
    folded = "".join(char for char in marks if not unicodedata.combining(char)).lower()
    folded = _SPACED.sub(lambda found: re.sub(r"[ .*_-]", "", found[0]), folded)
    folded = _LEET_WORD.sub(lambda found: found[0].translate(_LEET), folded)
    folded = _STRETCHED.sub(r"\1", folded).replace("'", "")
    apart = _STOP.sub(r" \1 ", _NOT_WORD.sub(" ", folded))
    return f" {' '.join(apart.split())} "


@lru_cache(maxsize=4)
def _vocabulary(folder: Path) -> tuple[_Words, ...]:
    languages = sorted({path.name.split(".")[0] for path in folder.glob("*.txt")})
    return tuple(_words(folder, language) for language in languages)


def _words(folder: Path, language: str) -> _Words:
    dangers = [(kind, _pattern(folder / f"{language}.{kind}.txt")) for kind in KINDS]
    return _Words(language, _pattern(folder / f"{language}.idioms.txt"), tuple(dangers))


def _pattern(path: Path) -> re.Pattern[str]:
    """Turn a file of lines into one pattern. Every word of it ends in a space, as in the text."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    parts = [_line_pattern(line) for line in lines if line]
    return re.compile(rf"(?<= )(?:{'|'.join(parts)})" if parts else r"(?!)")


def _line_pattern(line: str) -> str:
    """Read "(a|b|) ... word !(c)": choice, up to four words between, word, not before c."""
    steps = []
    for piece in _PIECE.findall(line):
        if piece == "...":
            steps.append(r"(?:[\w~]+ ){0,4}?")
        elif piece.startswith("!"):
            steps.append(f"(?!{_choice(piece[2:-1].split('|'))})")
        elif piece.startswith("("):
            steps.append(_choice(piece[1:-1].split("|")))
        else:
            steps.append(_escaped(piece))
    return "".join(steps)


def _choice(options: list[str]) -> str:
    written = "|".join(_escaped(option) for option in options if option)
    return f"(?:{written})" + ("?" if "" in options else "")


def _escaped(words: str) -> str:
    return re.escape(plain_text(words).strip()).replace(r"\ ", " ") + " "
