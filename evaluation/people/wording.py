"""Words for facts: templates from wordings/<language>.yml, filled, with the slots they tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from evaluation.slots import Slot

FOLDER = Path(__file__).with_name("wordings")
# What noise may not touch: numbers, and names of places.
KEPT = frozenset(
    {"age", "city", "state", "state_name", "zip", "done", "done_word", "left", "left_word"}
    | {"grade", "grade_word", "wrong"}
)
Book = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """A stretch of words. `kept`: a number or the name of a place, spelled right by anyone."""

    text: str
    kept: bool = False


Phrase = tuple[Piece, ...]


@dataclass(frozen=True)
class Utterance:
    """Phrases said in one message, and what they tell."""

    phrases: tuple[Phrase, ...]
    slots: frozenset[Slot] = frozenset()
    instead_of: frozenset[Slot] = frozenset()  # what was said before and is taken back

    def __add__(self, other: Utterance) -> Utterance:
        return Utterance(
            self.phrases + other.phrases,
            self.slots | other.slots,
            self.instead_of | other.instead_of,
        )


@cache
def book_of(language: str) -> Book:
    """Read the wordings of a language; every scalar is text, so that `no` is a word."""
    text = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    book: Book = yaml.load(text, yaml.BaseLoader)
    return book


def filled(template: str, values: Mapping[str, str]) -> Phrase:
    """Fill a template in."""
    pieces = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            pieces.append(Piece(literal))
        if name:
            pieces.append(Piece(values[name], name in KEPT))
    return tuple(pieces)


def fields_in(template: str) -> frozenset[str]:
    """List what a template names."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def plain_text(phrases: Iterable[Phrase]) -> str:
    """Write phrases as they are, one after another."""
    return " ".join("".join(piece.text for piece in phrase) for phrase in phrases)
