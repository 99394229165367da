"""Money, household, marks, test scores and hours: numbers that a word beside them explains."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.numbers import Number
from understanding.reading import Span

PER_YEAR = {"yearly": 1, "monthly": 12, "weekly": 52}
LEAST_YEARLY = 5_000  # dollars below which a sum without a period says nothing
MOST_PEOPLE = 20
TOP_GPA = 4.0


def read_measures(draft: Draft) -> None:
    """Add what each number measures; a number that no word explains is left alone."""
    for number in draft.message.numbers:
        if number.ordinal or any(at in draft.taken for at in range(number.first, number.last)):
            continue
        for read in READERS:
            span = read(draft, number)
            if span is not None:
                draft.add([span])
                break


def _gpa(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    if number.value > TOP_GPA or not _beside(message, number, "gpa", reach=2):
        return None
    return message.span(number.first, number.last, "gpa", number.value)


def _score(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    scored = any(hit.concept == "scored" for hit in message.of("measures"))
    for hit in message.of("measures", "test"):
        near = -2 <= hit.first - number.last <= 4 or 0 <= number.first - hit.last <= 3
        fits = message.sentence[hit.first] == message.sentence[number.first]
        if near and fits and (scored or hit.last == number.first) and number.value > 3:
            name = f"test_scores.{hit.value}"
            return message.span(number.first, number.last, name, number.whole or number.value)
    return None


def _income(draft: Draft, number: Number) -> Span | None:
    """Dollars a year; an hourly wage tells nothing without the hours."""
    message = draft.message
    said = _beside(message, number, "income", reach=3)
    if said is None or "neg" in message.marks("cues", said.first - 1):
        return None
    amount, last = _in_thousands(message, number)
    factor, last = _period(message, last, amount)
    yearly = round(amount * factor)
    if yearly < LEAST_YEARLY:
        return None
    return message.span(number.first, last, "household_income_usd", yearly)


def _in_thousands(message: Message, number: Number) -> tuple[float, int]:
    for hit in message.starting("measures", number.last):
        if hit.concept == "thousand":
            return number.value * 1000, hit.last
    return number.value, number.last


def _period(message: Message, last: int, amount: float) -> tuple[float, int]:
    for at in (last, last + 1):
        for hit in message.starting("measures", at):
            if hit.concept in PER_YEAR:
                return PER_YEAR[hit.concept], hit.last
            if hit.concept == "hourly":
                return 0, hit.last
    return (1, last) if amount >= LEAST_YEARLY else (0, last)


def _household(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    before = any(hit.concept == "household" for hit in message.ending("measures", number.first))
    after = any(
        hit.concept == "household_after" for hit in message.starting("measures", number.last)
    )
    if not (before or after) or number.whole is None or not 1 <= number.value <= MOST_PEOPLE:
        return None
    return message.span(number.first, number.last, "household_size", number.whole)


def _hours(draft: Draft, number: Number) -> Span | None:
    """Hours of work in a named job."""
    message = draft.message
    units = [h for h in message.starting("measures", number.last) if h.concept == "hours_of"]
    if not units or number.whole is None:
        return None
    for job in message.of("occupations"):
        if 0 <= job.first - units[0].last <= 6:
            name = f"experience_hours.{job.concept.split()[0]}"
            return message.span(number.first, units[0].last, name, number.whole)
    return None


def _beside(message: Message, number: Number, concept: str, reach: int) -> Hit | None:
    """Find a word of a concept just before or after a number, in its sentence."""
    for hit in message.of("measures", concept):
        before, after = number.first - hit.last, hit.first - number.last
        near = 0 <= before < reach or 0 <= after < reach
        if near and message.sentence[hit.first] == message.sentence[number.first]:
            return hit
    return None


READERS = (_gpa, _score, _hours, _household, _income)
