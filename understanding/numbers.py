"""Numbers in a message, in figures or words. Does not know what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from understanding.lexicon import Hit
from understanding.words import Word

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ro|do|to|mo|vo|no|o|er|ero|a)")


@dataclass(frozen=True)
class Number:
    """A number and the words it is written in."""

    value: float
    first: int
    last: int
    ordinal: bool

    @property
    def whole(self) -> int | None:
        """The value when it has no decimals."""
        return int(self.value) if self.value == int(self.value) else None


def numbers_in(words: Sequence[Word], hits: Iterable[Hit]) -> list[Number]:
    """List the numbers in reading order; "twenty one" is one number."""
    found = [number for at, word in enumerate(words) if (number := _figures(word.text, at))]
    worded: list[Number] = []
    for hit in hits:
        if hit.concept in ("cardinal", "ordinal"):
            number = Number(float(hit.value), hit.first, hit.last, hit.concept == "ordinal")
            if worded and _goes_on(words, worded[-1], number):
                number = _joined(worded.pop(), number)
            worded.append(number)
    return sorted([*found, *worded], key=lambda number: number.first)


def _figures(text: str, at: int) -> Number | None:
    if not text[0].isdigit():
        return None
    if _FIGURES.fullmatch(text):
        return Number(float(text.replace(",", "")), at, at + 1, ordinal=False)
    ordinal = _ORDINAL.fullmatch(text)
    return Number(float(ordinal.group(1)), at, at + 1, ordinal=True) if ordinal else None


def _goes_on(words: Sequence[Word], tens: Number, unit: Number) -> bool:
    between = [words[at].text for at in range(tens.last, unit.first)]
    fits = tens.value >= 20 and tens.value % 10 == 0 and 1 <= unit.value <= 9
    return fits and not tens.ordinal and between in ([], ["y"])


def _joined(tens: Number, unit: Number) -> Number:
    return Number(tens.value + unit.value, tens.first, unit.last, unit.ordinal)
