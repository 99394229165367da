"""How far someone got in school: the highest thing said, with the grade below a diploma."""

from __future__ import annotations

from understanding.fields.diplomas import diplomas_in
from understanding.fields.grade_outcomes import outcome_of
from understanding.fields.grades import Grade, grades_in
from understanding.fields.schooling import ORDER, Schooling, planned, said_before
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated
from understanding.reading import Span

LAST_GRADE = 12
MENDING = 5  # words between a year and the one that mends it
UNFINISHED = ("no_high_school", "some_high_school", "ged_in_progress", "in_high_school")
GRADED = ("no_high_school", "some_high_school", "in_high_school", "ged_in_progress")


def read_education(draft: Draft) -> None:
    """Add the schooling a message states, as one value."""
    grades = grades_in(draft)
    grades = [one for one in grades if not _is_mended(draft.message, one, grades)]
    said = [one for grade in grades if (one := outcome_of(draft, grade))]
    said += diplomas_in(draft)
    said += [] if grades and said else _leaving(draft.message)
    said += _enrolled(draft.message, said)
    if said:
        span = _span(draft.message, said)
        _add(draft, span)
        draft.taken.update(_used(draft.message, span, said) - _between_stops(draft.message))


def _add(draft: Draft, span: Span) -> None:
    """A card held stands above a diploma, and below a school not finished or a degree."""
    carded = any(one.field == "education" for one in draft.spans)
    if not carded or span.value["level"] != "high_school":
        draft.spans = [one for one in draft.spans if one.field != "education"]
        draft.spans.append(span)


def _is_mended(message: Message, grade: Grade, grades: list[Grade]) -> bool:
    """ "Tenth grade, no wait, eleventh": the one that is taken back at once."""
    return any(
        grade.last <= hit.first and hit.last <= later.first and later.first - grade.last <= MENDING
        for later in grades
        for hit in message.of("changes", "correct")
    )


def _used(message: Message, span: Span, said: list[Schooling]) -> set[int]:
    """The words of each finding, and the numbers between: what else stands there stays free."""
    numbers = {number.first for number in message.numbers}
    words = {at for one in said for at in range(one.first, one.last)}
    return words | (numbers & set(message.within(span)))


def _between_stops(message: Message) -> set[int]:
    """ "Homeschooled, 15, 9th grade": an age that stands inside what is said of school."""
    return {
        number.first
        for number in message.numbers
        if number.value > LAST_GRADE
        and not number.ordinal
        and number.last - number.first == 1
        and _stop(message, number.first - 1)
        and _stop(message, number.last)
    }


def _stop(message: Message, at: int) -> bool:
    return 0 <= at < len(message.words) and message.is_stop(at)


def _span(message: Message, said: list[Schooling]) -> Span:
    best = _best(said)
    value: dict[str, object] = {"level": best.level}
    grade = _grade(best, said)
    if grade is not None:
        value["grade"] = grade
    first, last = _stretch(message, best, said)
    return message.span(first, last, "education", value)


def _best(said: list[Schooling]) -> Schooling:
    """Take the highest; a certificate stands for no diploma that is said to be missing."""
    left = [one for one in said if one.level in UNFINISHED]
    ranked = [one for one in said if one.level != "certificate"] if left else said
    best = max(ranked, key=lambda one: ORDER.index(one.level))
    graded = [one for one in left if one.grade is not None and one.level == "no_high_school"]
    return graded[0] if graded and best.level == "some_high_school" and best.grade is None else best


def _grade(best: Schooling, said: list[Schooling]) -> int | None:
    if best.level not in GRADED or best.grade is not None:
        return best.grade
    return max((one.grade for one in said if one.grade is not None), default=None)


def _stretch(message: Message, best: Schooling, said: list[Schooling]) -> tuple[int, int]:
    """Take in all that was said of schooling in the sentence of the best."""
    here = message.sentence[best.first]
    same = [one for one in said if message.sentence[one.first] == here] or [best]
    near = [one for one in same if abs(one.first - best.first) <= 12]
    return min(one.first for one in near), max(one.last for one in near)


def _leaving(message: Message) -> list[Schooling]:
    """Left school, no grade said; not of college, which other words tell."""
    verbs = message.of("education", "left_school", "leave")
    return [
        Schooling("some_high_school", None, verb.first, verb.last)
        for verb in verbs
        if _of_school(message, verb)
        and not negated(message, verb.first)
        and not planned(message, verb.first)
    ]


def _of_school(message: Message, verb: Hit) -> bool:
    """What is left: school, not college; a verb that does not say needs a school after it."""
    after = [hit for hit in message.of("education") if verb.first < hit.first <= verb.last + 3]
    if any(hit.concept in ("college_some", "degree") for hit in after):
        return False
    schools = any(hit.concept in ("high_school", "diploma") for hit in after)
    return verb.concept == "left_school" or schools


def _enrolled(message: Message, said: list[Schooling]) -> list[Schooling]:
    """In high school now, no grade said."""
    if any(one.level == "in_high_school" for one in said):
        return []
    for hit in message.of("education", "high_school"):
        verbs = said_before(message, hit.first, "enrolled")
        verb = next((v for v in verbs if hit.first - v.last <= 2), None)
        if verb and not negated(message, verb.first) and not planned(message, verb.first):
            return [Schooling("in_high_school", None, verb.first, hit.last)]
    return []
