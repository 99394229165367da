"""Numbers in a message, in figures or words. Does not know what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from understanding.message import Message

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


def numbers_in(message: Message) -> list[Number]:
    """List the numbers in reading order; "twenty one" is one number."""
    found = [number for at in range(len(message.words)) if (number := _figures(message, at))]
    worded: list[Number] = []
    for hit in message.of("numbers", "cardinal", "ordinal"):
        number = Number(float(hit.value), hit.first, hit.last, hit.concept == "ordinal")
        if worded and _goes_on(message, worded[-1], number):
            number = _joined(worded.pop(), number)
        worded.append(number)
    return sorted([*found, *worded], key=lambda number: number.first)


def _figures(message: Message, at: int) -> Number | None:
    text = message.word(at)
    if _FIGURES.fullmatch(text):
        return Number(float(text.replace(",", "")), at, at + 1, ordinal=False)
    ordinal = _ORDINAL.fullmatch(text)
    return Number(float(ordinal.group(1)), at, at + 1, ordinal=True) if ordinal else None


def _goes_on(message: Message, tens: Number, unit: Number) -> bool:
    between = [message.word(at) for at in range(tens.last, unit.first)]
    fits = tens.value >= 20 and tens.value % 10 == 0 and 1 <= unit.value <= 9
    return fits and not tens.ordinal and between in ([], ["y"])


def _joined(tens: Number, unit: Number) -> Number:
    return Number(tens.value + unit.value, tens.first, unit.last, unit.ordinal)
