"""School years said in a message ("10th grade", "sophomore", "décimo"). Not what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.numbers import Number

COUNTED = 6  # words from a school to its year ("no terminé la prepa, me quedé en segundo")
LEVEL = "level"
SKILL_REACH = 6  # words from "reads" to the grade it is the level of
LOWEST_TOLD = 5  # a school year that a bare number may be
ARTICLES = frozenset({"un", "una", "uno", "a", "an"})  # "un curso" is no first grade
PLAIN_YEARS = frozenset({"freshman", "freshmen", "sophomore"})  # nothing else is called so
BELOW_PREPARATORY = 9  # school years before a preparatoria
SCHOOL_YEARS = 3  # of a secundaria, and of a preparatoria
LEADS = {"leave", "left_school", "begun", "reach", "finish", "enrolled", "during", "after"}
SCHOOLED = (
    "leave", "left_school", "begun", "reach", "finish", "graduate", "school", "enrolled",
)  # fmt: skip


@dataclass(frozen=True)
class Grade:
    """A school year and the words that name it."""

    value: int
    first: int
    last: int
    named: bool = False  # by the name of a year: sophomore


def grades_in(draft: Draft) -> list[Grade]:
    """List the school years named, in reading order."""
    message = draft.message
    found = [grade for number in message.numbers if (grade := _numbered(message, number))]
    found += [
        Grade(int(hit.value), hit.first, hit.last, named=True)
        for hit in message.of("education", "year_name")
        if _is_year(draft, hit.first, hit.last)
    ]
    free = [g for g in found if not any(at in draft.taken for at in range(g.first, g.last))]
    return sorted(free, key=lambda grade: grade.first)


def _numbered(message: Message, number: Number) -> Grade | None:
    value = number.whole
    if value is None or not 1 <= value <= 12 or message.word(number.first) in ARTICLES:
        return None
    schooled = _of_secondary(message, number, value)
    if schooled is not None:
        return schooled
    for hit in message.starting("education", number.last):
        if hit.concept == "grade_word" and (
            _is_of_time(message, number) or _is_of_skill(message, number, hit.last)
        ):
            return None
        if hit.concept in ("grade_word", "pupil_word"):
            return Grade(value, number.first, hit.last, named=hit.concept == "pupil_word")
    for hit in message.ending("education", number.first):
        if hit.concept == "grade_word":
            return Grade(value, hit.first, number.last)
    return Grade(value, number.first, number.last) if _led_to(message, number) else None


def _of_secondary(message: Message, number: Number, value: int) -> Grade | None:
    """ "Segundo de prepa", "cuarto semestre de preparatoria": counted anew in each school."""
    named = [hit for hit in message.of("schools", "counted_school") if hit.last <= number.first]
    for hit in named if value <= SCHOOL_YEARS and number.ordinal else ():
        here = message.sentence[hit.first] == message.sentence[number.first]
        if here and number.first - hit.last <= COUNTED and not _has_its_school(message, number):
            return Grade(value + int(hit.value), number.first, number.last)
    for hit in message.starting("education", number.last):
        if hit.concept == "year_of" and value <= SCHOOL_YEARS:
            return Grade(value + int(hit.value), number.first, hit.last)
        if hit.concept == "term_of" and value <= 2 * SCHOOL_YEARS:
            return Grade(BELOW_PREPARATORY + (value + 1) // 2, number.first, hit.last)
    return None


def _has_its_school(message: Message, number: Number) -> bool:
    """ "Segundo de primaria", "tercer grado": the year says itself where it is counted."""
    return any(
        hit.concept in ("pupil_word", "year_of") or hit.last - hit.first > 1
        for hit in message.starting("education", number.last)
        if hit.concept in ("grade_word", "pupil_word", "year_of")
    )


def _is_of_time(message: Message, number: Number) -> bool:
    """ "Hace un año" counts years; a school year is the eleventh, or has a higher number."""
    return message.word(number.last) == "ano" and not number.ordinal


def _is_of_skill(message: Message, number: Number, last: int) -> bool:
    """ "Reads at a 5th grade level" tells how well, not how far one got in school."""
    levelled = LEVEL in (message.word(last - 1), message.word(last))
    return levelled and any(
        0 <= number.first - hit.last <= SKILL_REACH for hit in message.of("measures", "skill")
    )


def _led_to(message: Message, number: Number) -> bool:
    """A bare "11th" is a grade after "dropped out in", or when schooling was asked."""
    awaiting = message.context.awaiting
    if awaiting is not None and awaiting.name == "education":
        return not _counts_years(message, number) and _answers(message, number)
    if any(hit.concept == "in_grade" for hit in message.ending("education", number.first)):
        return not _counts_years(message, number)
    if number.ordinal and number.value >= LOWEST_TOLD and _mends_a_year(message, number):
        return True
    left = number.value >= LOWEST_TOLD and _left_in(message, number)
    if left or _as_far_as(message, number) or _sits_in(message, number):
        return True
    if not number.ordinal or number.value < LOWEST_TOLD or message.starting("numbers", number.last):
        return False
    leads = {hit.concept for hit in message.ending("education", number.first)}
    schooled = message.of("education", *SCHOOLED, "school")
    near = any(0 <= number.first - hit.last <= 4 for hit in schooled)
    return (
        (bool(leads & LEADS) and near) or _on_its_way(message, number) or _is_item(message, number)
    )


def _mends_a_year(message: Message, number: Number) -> bool:
    """ "Tenth grade, no wait, eleventh": right behind what takes a year back."""
    taken_back = any(hit.concept == "correct" for hit in message.ending("changes", number.first))
    return taken_back and bool(message.of("education", "grade_word", *SCHOOLED))


def _counts_years(message: Message, number: Number) -> bool:
    """ "In 10 years", "11 year old"; the "no" of "10 no 11" counts nothing."""
    after = {hit.concept for hit in message.starting("age", number.last)}
    return bool(after - {"mend_word", "break"})


def _sits_in(message: Message, number: Number) -> bool:
    """ "Im 16 and in 10th": a year that closes what is said, right behind "in"."""
    told = number.ordinal and number.value >= LOWEST_TOLD and message.is_end(number.last)
    return told and message.word(number.first - 1) in ("in", "en")


def _left_in(message: Message, number: Number) -> bool:
    """ "Dejé la escuela en el 10", "drop out del 11"."""
    near = range(max(0, number.first - 6), number.first)
    left = any(message.marks("education", at) & {"leave", "left_school"} for at in near)
    led = message.word(number.first - 1) in ("el", "del", "en", "in", "the")
    return left and led and not _counts_years(message, number)


def _as_far_as(message: Message, number: Number) -> bool:
    """ "Estudié hasta el once", "hasta cuarto llegué" where a school is named."""
    if not any(_reaches(hit) for hit in message.ending("education", number.first)):
        return False
    counts = message.starting("age", number.last) or message.marks("time", number.last)
    schooled = message.of("education", "finish", "middle", "unfinished", "school", "reach")
    told = any(one.last - one.first > 1 or one.concept != "reach" for one in schooled)
    return told and not counts and not message.starting("numbers", number.last)


def _reaches(hit: Hit) -> bool:
    """ "Llegué hasta", or a finishing that holds its article: "terminé el (10)"."""
    return hit.concept == "reach" or (hit.concept == "finish" and hit.last - hit.first > 1)


def _is_item(message: Message, number: Number) -> bool:
    """An ordinal that is all of its clause: "16, 10th, casper"."""
    left = number.first == 0 or message.is_stop(number.first - 1)
    right = number.last == len(message.words) or message.is_stop(number.last)
    return left and right and len(message.words) > 1


def _answers(message: Message, number: Number) -> bool:
    """A number by itself, not one that counts what follows ("2 tickets")."""
    last = number.last
    if number.ordinal or last == len(message.words) or message.is_stop(last):
        return True
    led = any(hit.concept in LEADS for hit in message.ending("education", number.first))
    goes_on = message.marks("cues", last) & {"and", "but", "self"}
    goes_on = goes_on or message.marks("people", last) & {"subject"}
    return led or bool(goes_on or message.marks("education", last) or message.marks("time", last))


def _on_its_way(message: Message, number: Number) -> bool:
    """Right after "am in", "going into", "finished"."""
    before = message.ending("education", number.first)
    return any(
        hit.concept in ("enrolled", "finish", "begun", "reach", "leave", "left_school")
        for hit in before
    )


def _is_year(draft: Draft, first: int, last: int) -> bool:
    """A junior or senior is a school year only beside words that say so."""
    message = draft.message
    awaiting = message.context.awaiting
    if awaiting is not None and awaiting.name == "education":
        return True
    lead = any(
        hit.concept in ("year_lead", "enrolled") for hit in message.ending("education", first)
    )
    tail = any(
        hit.concept in ("year_tail", "during") for hit in message.starting("education", last)
    )
    plain = message.word(first) in PLAIN_YEARS and not _of_college(message)
    return plain or last - first > 1 or lead or tail or _alone(message, first, last)


def _of_college(message: Message) -> bool:
    """A sophomore of a college is in no school year."""
    return bool(message.of("education", "college_year", "college_some", "degree"))


def _alone(message: Message, first: int, last: int) -> bool:
    left = first == 0 or message.is_stop(first - 1)
    return left and (last == len(message.words) or message.is_stop(last))
