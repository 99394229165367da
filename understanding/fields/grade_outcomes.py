"""What a school year that is named says: finished, left, or still in it."""

from __future__ import annotations

from understanding.fields.age import stated_age
from understanding.fields.grades import Grade
from understanding.fields.schooling import Schooling, said_after, said_before, without_diploma
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated

LAST_GRADE, LAST_BELOW = 12, 8
GROWN = 19  # years from which a grade named alone is the last one, not the present one
LEAVING = ("leave", "left_school")
VERBS = (*LEAVING, "begun", "reach", "finish", "enrolled", "in_grade", "graduate")


def outcome_of(draft: Draft, grade: Grade) -> Schooling | None:
    """Read one school year with the nearest verb that says what became of it."""
    message = draft.message
    verb = next(said_before(message, grade.first, *VERBS), None)
    later = next(
        (hit for hit in said_after(message, grade.last, *LEAVING) if not _goes_on(message, hit)),
        None,
    )
    if verb is None and later is None:
        return _unsaid(draft, grade)
    if later is not None and (verb is None or verb.concept in ("enrolled", "during")):
        return _left(message, grade, grade.first, later.last)
    assert verb is not None
    return _by_verb(message, grade, verb)


def _goes_on(message: Message, verb: Hit) -> bool:
    """ "Won't quit taking things apart" leaves no school."""
    return message.word(verb.last).endswith("ing")


def _by_verb(message: Message, grade: Grade, verb: Hit) -> Schooling | None:
    if verb.concept in LEAVING:
        return _left(message, grade, verb.first, grade.last)
    if verb.concept == "begun" and grade.value > LAST_BELOW:
        return Schooling("some_high_school", grade.value - 1, verb.first, grade.last)
    if verb.concept in ("enrolled", "in_grade"):
        return _present(grade, verb.first)
    if verb.concept in ("finish", "graduate") and negated(message, verb.first):
        return _finished(grade.value - 1, verb.first, grade.last)
    if grade.value == LAST_GRADE and without_diploma(message):
        return Schooling("some_high_school", grade.value, verb.first, grade.last)
    return _finished(grade.value, verb.first, grade.last)


def _left(message: Message, grade: Grade, first: int, last: int) -> Schooling:
    """Leaving after a year has finished it; leaving in it has not."""
    done = grade.value if _ends_after(message, grade) else grade.value - 1
    level = "some_high_school" if grade.value > LAST_BELOW else "no_high_school"
    return Schooling(level, done, min(first, grade.first), max(last, grade.last))


def _ends_after(message: Message, grade: Grade) -> bool:
    """An "after" up to an article before the grade: "left after the 10th"."""
    near = range(max(0, grade.first - 3), grade.first)
    return any("after" in message.marks("education", at) for at in near)


def _finished(value: int, first: int, last: int) -> Schooling:
    if value >= LAST_GRADE:
        return Schooling("high_school", None, first, last)
    level = "some_high_school" if value > LAST_BELOW else "no_high_school"
    return Schooling(level, value, first, last)


def _present(grade: Grade, first: int) -> Schooling:
    level = "in_high_school" if grade.value > LAST_BELOW else "no_high_school"
    return Schooling(level, grade.value, first, grade.last)


def _unsaid(draft: Draft, grade: Grade) -> Schooling:
    """A grade without a verb: a pupil's own when young or named so, else the last one."""
    message = draft.message
    age, known = stated_age(draft) or draft.value("age"), draft.value("education")
    before = {hit.concept for hit in message.ending("education", grade.first)}
    if isinstance(known, dict) and known.get("level") in ("some_high_school", "in_high_school"):
        return Schooling(str(known["level"]), grade.value, grade.first, grade.last)
    awaited = message.context.awaiting is not None and message.context.awaiting.name == "education"
    pupil = grade.named or "during" in before or (age is not None and age < GROWN and not awaited)
    if pupil and (age is None or age < GROWN + 2):
        return _present(grade, grade.first)
    return _finished(grade.value, grade.first, grade.last)
