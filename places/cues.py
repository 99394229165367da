"""What a place is to the person: lives there, near it, moves there, or someone else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from places.lexicon import VOCABULARY, read_words
from places.naming import words_of
from places.tokens import JOINS, Token

KINDS = ("lives", "near", "moving_to", "from", "works")
LONGEST = 6  # words in a phrase
FAR = 10  # words back to look for whose place it is
LABEL = (":", "=", "#")  # "location: Milwaukee"

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """The words before a place that say what it is to the person."""

    kind: str
    start: int  # index of its first word
    end: int  # index behind its last word; between that and the place may stand "the city of"
    is_plain: bool  # a word such as "in", that stands before many other things
    is_spanish: bool
    words: Phrase


@dataclass(frozen=True)
class CueBook:
    """The phrases of the vocabulary, and what they say of a place."""

    cues: dict[Phrase, tuple[str, bool, bool]]  # phrase -> kind, is_plain, is_spanish
    between: frozenset[Phrase]
    other_people: frozenset[str]
    possessives: frozenset[str]
    beside: frozenset[str]
    staying: frozenset[str]
    third_person: frozenset[str]
    third_person_verbs: frozenset[str]
    first_person: frozenset[str]
    clients: frozenset[str]
    naming: frozenset[Phrase]
    titles: frozenset[str]
    person_after: frozenset[str]
    is_my: frozenset[Phrase]
    streets: frozenset[str]
    parts: frozenset[str]
    bodies: frozenset[str]
    bodies_before: frozenset[Phrase]
    amounts_before: frozenset[str]
    amounts_after: frozenset[str]

    @classmethod
    @lru_cache(maxsize=2)
    def read(cls, folder: Path = VOCABULARY) -> CueBook:
        """Read the cues of a vocabulary folder, once in a process."""
        rows = read_words(folder, "cues")
        singles = {
            name: frozenset(word for phrase in _phrases(rows[name]) for word in phrase)
            for name in SINGLE_WORDS
        }
        return cls(
            cues=_cues(rows),
            between=frozenset(_phrases(rows["between"])),
            is_my=frozenset(_phrases(rows["is_my"])),
            naming=frozenset(_phrases(rows["naming"])),
            bodies=frozenset(" ".join(phrase) for phrase in _phrases(rows["bodies"])),
            bodies_before=frozenset(_phrases(rows["bodies_before"])),
            **singles,
        )

    def before(self, tokens: Sequence[Token], place: int, spanish: bool) -> Cue | None:
        """Return the cue that ends right before a word, or right before "the city of" it.

        The short Spanish ones ("a", "de") count only in a Spanish text.
        """
        if place == 0 or not _leads(tokens[place].gap):
            return None
        if found := self._ending(tokens, place, spanish):
            return found
        for phrase in _endings(tokens, place):
            if phrase in self.between:
                return self._ending(tokens, place - len(phrase), spanish)
        return None

    def _ending(self, tokens: Sequence[Token], end: int, spanish: bool) -> Cue | None:
        for phrase in _endings(tokens, end):
            if phrase in self.cues:
                kind, is_plain, is_spanish = self.cues[phrase]
                short = is_spanish and len(phrase) == 1 and phrase != ("en",)
                if spanish or not short:
                    return Cue(kind, end - len(phrase), end, is_plain, is_spanish, phrase)
        return None

    def kind_of(self, tokens: Sequence[Token], cue: Cue) -> str:
        """Return the kind of a cue, `other_person` when the place is someone else's."""
        if self.first_person.intersection(cue.words) or cue.start == 0:
            return cue.kind
        return "other_person" if self._is_of_another(tokens, cue) else cue.kind

    def _is_of_another(self, tokens: Sequence[Token], cue: Cue) -> bool:
        verb_is_theirs = bool(self.third_person_verbs.intersection(cue.words))
        acts = not verb_is_theirs and len(cue.words) > 1 and cue.kind in ("lives", "moving_to")
        for at in range(cue.start - 1, max(cue.start - 1 - (3 if acts else FAR), -1), -1):
            word, behind = tokens[at].word, tokens[at + 1]
            if behind.follows_stop or (acts and "," in behind.gap) or word in self.first_person:
                return False
            if word in self.other_people:
                alone = verb_is_theirs and tokens[at].begins_sentence  # "mom lives in Dallas"
                if alone or self._is_subject(tokens, at):
                    return True
            if word in self.third_person:
                return self._spoke_of_another(tokens[:at])
        return False

    def _is_subject(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether "my cousin" is who acts, not who the person stays with or acts beside."""
        if tokens[at].owner is not tokens[at]:  # "my uncle's shop"
            return False
        before = [token.word for token in tokens[max(at - 3, 0) : at]]
        if not self.possessives.intersection(before[-2:]):
            return False
        further = [token.word for token in tokens[max(at - 6, 0) : at]]
        if self.beside.intersection(before) and self.staying.intersection(further):
            return False
        return not ("me" in before and "and" in before)

    def _spoke_of_another(self, tokens: Sequence[Token]) -> bool:
        words = {token.word for token in tokens}
        return bool(words & self.other_people) and not words & self.clients

    def names_person(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Tell whether what stands around a name says that it is a person's."""
        following = tuple(token.word for token in tokens[end : end + 2])
        if following in self.is_my or self.person_after.intersection(following[:1]):
            return True
        before = tokens[place - 1].word if place else ""
        if before in self.titles:
            return True
        if place == 0 or tokens[place].follows_stop:
            return False
        if before in self.other_people:
            return True
        return any(phrase in self.naming for phrase in _endings(tokens, place))

    def is_body(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Tell whether a name is part of a longer one: a university, a team, an academy."""
        if any(phrase in self.bodies_before for phrase in _endings(tokens, place)):
            return True
        following = [token.word for token in tokens[end : end + 2]]
        if not following or not JOINS.match(tokens[end].gap):
            return False
        return following[0] in self.bodies or " ".join(following) in self.bodies

    def is_neighborhood(self, tokens: Sequence[Token], end: int) -> bool:
        """Tell whether the word "neighborhood" follows a name."""
        return end < len(tokens) and tokens[end].word in self.parts

    def is_street(self, tokens: Sequence[Token], end: int) -> bool:
        """Tell whether a name is that of a street."""
        return (
            end < len(tokens)
            and tokens[end].word in self.streets
            and bool(JOINS.match(tokens[end].gap))
        )


SINGLE_WORDS = (
    "other_people",
    "possessives",
    "beside",
    "staying",
    "third_person",
    "third_person_verbs",
    "first_person",
    "clients",
    "titles",
    "person_after",
    "streets",
    "parts",
    "amounts_before",
    "amounts_after",
)


def _cues(rows: dict[str, Any]) -> dict[Phrase, tuple[str, bool, bool]]:
    plain = set(_phrases(rows["plain"]))
    found: dict[Phrase, tuple[str, bool, bool]] = {}
    for language, words in rows["bare"].items():
        found |= {(word,): (kind, True, language == "es") for word, kind in words.items()}
    for kind in KINDS:
        for language, phrases in rows[kind].items():
            found |= {phrase: (kind, phrase in plain, language == "es") for phrase in _of(phrases)}
    return found


def _phrases(rows: Any) -> list[Phrase]:
    """Return the phrases of a list, or of the lists of all languages."""
    lists = rows.values() if isinstance(rows, dict) else [rows]
    return [phrase for words in lists for phrase in _of(words)]


def _of(words: Iterable[str]) -> list[Phrase]:
    return [tuple(words_of(word)) for word in words]


def _endings(tokens: Sequence[Token], end: int) -> Iterator[Phrase]:
    """Yield the phrases that end right before a word, longest first, within its sentence."""
    start = max(end - LONGEST, 0)
    for at in range(end - 1, start, -1):
        if tokens[at].follows_stop:
            start = at
            break
    words = tuple(token.word for token in tokens[start:end])
    for skipped in range(len(words)):
        yield words[skipped:]


def _leads(gap: str) -> bool:
    """Tell whether a cue before the gap can belong to the place behind it."""
    return bool(JOINS.match(gap)) or gap.strip() in LABEL or gap.strip() in ('"', "“", "(")
