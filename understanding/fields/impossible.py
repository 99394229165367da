"""Numbers meant as an age, a grade or a ZIP code that cannot be one. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator

from understanding.message import Draft
from understanding.numbers import Number
from understanding.reading import Ambiguous

OLDEST, HIGHEST_GRADE = 120, 12
YEARS = range(1900, 2101)  # a year is no age
NO_ZIP = frozenset({"00000", "99999"})
GRADE = frozenset({"grade", "grader", "grado"})


def impossible(draft: Draft) -> tuple[Ambiguous, ...]:
    """List what was said of a field and can be true of nobody; it has no choices to offer."""
    found = [*_zips(draft), *_ages(draft), *_grades(draft)]
    return tuple(Ambiguous(field, text, ()) for field, text in found)


def _free(draft: Draft) -> Iterator[Number]:
    for number in draft.message.numbers:
        if not any(at in draft.taken for at in range(number.first, number.last)):
            yield number


def _ages(draft: Draft) -> Iterator[tuple[str, str]]:
    message = draft.message
    for number in _free(draft):
        whole = number.whole
        if whole is None or whole <= OLDEST or whole in YEARS or number.ordinal:
            continue
        if _is_postal(draft, number.first):
            continue
        before = {hit.concept for hit in message.ending("age", number.first)}
        after = {hit.concept for hit in message.starting("age", number.last)}
        alone = number.last == len(message.words) or message.is_stop(number.last)
        said = "after" in after or "years" in after or (alone and bool(before & {"before"}))
        if (
            "not_age" not in after
            and "count_before" not in before
            and (said or _asked(draft, "age"))
        ):
            yield "age", _text(draft, number)


def _grades(draft: Draft) -> Iterator[tuple[str, str]]:
    message = draft.message
    for number in _free(draft):
        if number.whole is None or number.whole <= HIGHEST_GRADE:
            continue
        words = {message.word(number.first - 1), message.word(number.last)}
        if words & GRADE:
            yield "education", _text(draft, number)


def _zips(draft: Draft) -> Iterator[tuple[str, str]]:
    """Digits that are no ZIP code: those that can be none, and those called one and unknown."""
    for at, word in enumerate(draft.message.words):
        digits = word.text.isdecimal() and at not in draft.taken
        if digits and (word.text in NO_ZIP or _is_postal(draft, at)):
            yield "location", word.text


def _is_postal(draft: Draft, at: int) -> bool:
    return any(hit.concept == "postal" for hit in draft.message.ending("age", at))


def _asked(draft: Draft, field: str) -> bool:
    awaiting = draft.message.context.awaiting
    bare = len(draft.message.words) == 1
    return bare and awaiting is not None and awaiting.name == field


def _text(draft: Draft, number: Number) -> str:
    return " ".join(word.text for word in draft.message.words[number.first : number.last])
