"""Diplomas, equivalencies, college and degrees: held, under way, or missing."""

from __future__ import annotations

from understanding.asking import asked_of_program
from understanding.fields.schooling import (
    NEAR,
    Schooling,
    asked_for,
    denied_after,
    needed,
    planned,
    said_after,
    said_before,
    without_diploma,
)
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated

LAST_GRADE = 12
SHORT_YEAR, LONG_YEAR = 2, 4  # figures of a year
CENTURY = 100
MOST_TO_COME = 6  # years a class may lie ahead
LAST_BELOW = 8  # the last school year below high school
LONGEST_NAME = 3  # words of a college's name before "college"
PART = 3  # words a missing part may have between "all but" and the test


def diplomas_in(draft: Draft) -> list[Schooling]:
    """Read all awards named, leaving out those asked about or only wished for."""
    found: list[Schooling | None] = []
    for hit in draft.message.of("education"):
        asked = asked_of_program(draft.message, hit.first)
        if _is_free(draft, hit) and hit.concept in READERS and not asked:
            found.append(READERS[hit.concept](draft.message, hit))
    found += _named_colleges(draft)
    return [one for one in found if one is not None]


def _is_free(draft: Draft, hit: Hit) -> bool:
    """ "A semester at the community college" is told, though the college is a program, too."""
    begun = hit.concept == "college_some" and hit.last - hit.first > 1
    return draft.free(hit) or (begun and hit.first not in draft.taken)


def _named_colleges(draft: Draft) -> list[Schooling]:
    """ "2 years at Sinclair Community", "enrolled at malcolm x college": a college by its name."""
    message = draft.message
    found = []
    for lead in message.of("education", "college_lead", "left_school"):
        for name in message.of("education", "college_name"):
            near = 0 <= name.first - lead.last <= LONGEST_NAME and _flows(message, lead, name)
            if near and not negated(message, lead.first) and not planned(message, lead.first):
                found.append(Schooling("some_college", None, lead.first, name.last))
                draft.taken.update(range(lead.first, name.last))
    return found


def _flows(message: Message, lead: Hit, name: Hit) -> bool:
    between = range(lead.last, name.first)
    return not any(
        message.is_stop(at) or message.marks("cues", at) & {"and", "but"} for at in between
    )


def _diploma(message: Message, hit: Hit) -> Schooling | None:
    if needed(message, hit.first) or asked_for(message, hit.first):
        return None
    if negated(message, hit.first) or denied_after(message, hit.last):
        return Schooling("some_high_school", None, hit.first - 1, hit.last)
    return None if planned(message, hit.first) else _held(hit, "high_school")


def _graduated(message: Message, hit: Hit) -> Schooling | None:
    if hit.concept == "graduate" and list(said_before(message, hit.first, "college_subject")):
        return None if negated(message, hit.first) else _held(hit, "bachelor")
    college = _of_college(message, hit)
    denied = negated(message, hit.first)
    if needed(message, hit.first) or _still_to_come(message, hit) or (college and denied):
        return None
    if college:
        return _of_university(message, hit)
    if denied:
        return Schooling("some_high_school", None, hit.first - 1, hit.last)
    if without_diploma(message):
        return Schooling("some_high_school", LAST_GRADE, hit.first, hit.last)
    return None if planned(message, hit.first) else _held(hit, "high_school")


def _still_to_come(message: Message, hit: Hit) -> bool:
    """ "Estoy en 11, quiero ser policía cuando me gradúe": said of a time ahead by a pupil."""
    led = any(one.concept == "when" for one in message.ending("education", hit.first))
    pupil = message.of("education", "enrolled", "in_grade", "year_name")
    return led and any(one.first < hit.first for one in pupil)


def _graduating(message: Message, hit: Hit) -> Schooling | None:
    """The diploma is to come: still a pupil."""
    if _of_college(message, hit):
        return _held(hit, "some_college")
    return Schooling("in_high_school", None, hit.first, hit.last)


def _class_of(message: Message, hit: Hit) -> Schooling | None:
    """ "Class of 07" has its diploma, a class yet to come is still at school."""
    number = next((one for one in message.numbers if one.first == hit.last), None)
    if (
        number is None
        or number.whole is None
        or not SHORT_YEAR <= len(message.word(hit.last)) <= LONG_YEAR
    ):
        return None
    this_year = message.context.today.year
    year = number.whole if number.whole >= CENTURY else number.whole + this_year // 100 * 100
    if year > this_year + MOST_TO_COME:
        year -= 100  # "class of 98"
    if without_diploma(message):
        return None
    level = "in_high_school" if year > this_year else "high_school"
    return Schooling(level, None, hit.first, number.last)


def _of_college(message: Message, hit: Hit) -> bool:
    """ "Graduated from college" is said by a degree, not by a diploma."""
    return any(
        other.first <= hit.last + LONGEST_NAME
        for other in said_after(message, hit.last, "degree", "college_some", "college_name")
    )


def _of_university(message: Message, hit: Hit) -> Schooling | None:
    """ "Graduated from Penn State" tells of four years; from a community college, of two."""
    for name in said_after(message, hit.last, "college_name"):
        words = range(hit.last, name.last)
        if name.first > hit.last + LONGEST_NAME:
            continue
        if any("short_course" in message.marks("schools", at) for at in words):
            return Schooling("associate", None, hit.first, name.last)
        if not any("either_course" in message.marks("schools", at) for at in words):
            return Schooling("bachelor", None, hit.first, name.last)
    return None


def _equivalency(message: Message, hit: Hit) -> Schooling | None:
    if denied_after(message, hit.last):
        return Schooling("some_high_school", None, hit.first, hit.last)
    if needed(message, hit.first) or _only_asked(message, hit):
        return None
    if asked_for(message, hit.first):
        return None
    part = _missing_part(message, hit)
    if part is not None:
        return part
    level = _equivalency_level(message, hit)
    return Schooling(level, None, hit.first, hit.last) if level else None


def _only_asked(message: Message, hit: Hit) -> bool:
    """ "How much is the GED?" says nothing; "can i apply with my GED?" does."""
    if message.sentence[hit.first] not in message.questions:
        return False
    near = range(max(0, hit.first - 4), hit.first)
    own = any(
        message.marks("education", at) & {"got", "working_on"} or "neg" in message.marks("cues", at)
        for at in near
    )
    return not own


def _missing_part(message: Message, hit: Hit) -> Schooling | None:
    """ "All but math", "dos exámenes me faltan": not passed yet; the subject belongs to it."""
    for left in message.of("education", "part_left"):
        if not _of_this_test(message, hit, left):
            continue
        return Schooling("ged_in_progress", None, min(hit.first, left.first), left.last)
    for one in message.of("education", "all_but"):
        if message.clause[one.first] != message.clause[hit.first]:
            continue
        if 0 <= hit.first - one.last <= PART:
            return Schooling("ged_in_progress", None, one.first, hit.last)
        if 0 <= one.first - hit.last <= 1:
            end = min(one.last + 1, len(message.words))
            return Schooling("ged_in_progress", None, hit.first, end)
    return None


def _of_this_test(message: Message, hit: Hit, left: Hit) -> bool:
    """Tell a GED's tests left from a job's: "got my ged. two nursing tests left"."""
    apart = message.sentence[left.first] != message.sentence[hit.first]
    trades = (*message.of("occupations"), *message.of("interests"))
    return not (apart and any(one.first >= hit.last for one in trades))


def _equivalency_level(message: Message, hit: Hit) -> str | None:
    """Nearest word decides: got it, working on it, wishing for it, or without it."""
    for at in range(hit.first - 1, max(-1, hit.first - NEAR), -1):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            break
        decided = _by_word(message, at)
        if decided is not None:
            return decided or None
    after = {one.concept for one in message.starting("education", hit.last)}
    under_way = "working_on" in after and message.word(hit.last) not in ("in", "en")
    in_progress = message.word(hit.last + 1) == "progress"
    return "ged_in_progress" if under_way or in_progress else "high_school"


def _by_word(message: Message, at: int) -> str | None:
    """Say what one word before makes of it: a level, "" for a mere wish, None for nothing."""
    marks = message.marks("education", at)
    if "neg" in message.marks("cues", at):
        return "some_high_school"
    if "working_on" in marks:
        return "" if planned(message, at) else "ged_in_progress"
    if "plan_to" in marks:
        return ""
    if "got" not in marks:
        return None
    if planned(message, at):
        return ""
    return "some_high_school" if negated(message, at) else "high_school"


def _high_school(message: Message, hit: Hit) -> Schooling | None:
    """A bare "hs" as the answer, or "no hs" on a form."""
    if hit.last != len(message.words) and not message.is_stop(hit.last):
        return None
    before = hit.first - 1
    if "neg" in message.marks("cues", before):
        return Schooling("some_high_school", None, before, hit.last)
    awaiting = message.context.awaiting
    asked = awaiting is not None and awaiting.name == "education"
    return _held(hit, "high_school") if asked and before < 0 else None


def _some_college(message: Message, hit: Hit) -> Schooling | None:
    if list(said_after(message, hit.last, "high_school")):
        return None
    if negated(message, hit.first) or planned(message, hit.first) or needed(message, hit.first):
        return None
    return _held(hit, "some_college")


def _degree(message: Message, hit: Hit) -> Schooling | None:
    if negated(message, hit.first) or needed(message, hit.first) or planned(message, hit.first):
        return None
    under_way = any(
        hit.first - other.last <= 2 for other in said_before(message, hit.first, "working_on")
    )
    return _held(hit, "some_college" if under_way else str(hit.value))


def _certificate(message: Message, hit: Hit) -> Schooling | None:
    if negated(message, hit.first) or planned(message, hit.first) or needed(message, hit.first):
        return None
    return _held(hit, "certificate")


def _unfinished(message: Message, hit: Hit) -> Schooling | None:
    """ "Prepa trunca", "never finished college": the words name how far it went."""
    return Schooling(str(hit.value), None, hit.first, hit.last)


def _none(message: Message, hit: Hit) -> Schooling | None:
    return Schooling("no_high_school", 0, hit.first, hit.last)


def _year_short(message: Message, hit: Hit) -> Schooling | None:
    """ "Me faltó el último año": how far it went, where school and not college was told of."""
    told = message.of("education", "left_school", "unfinished", "high_school", "diploma", "leave")
    of_college = message.of("education", "college_some", "degree", "college_name")
    if not told or of_college:
        return None
    return Schooling("some_high_school", int(hit.value), hit.first, hit.last)


def _short(message: Message, hit: Hit) -> Schooling:
    return Schooling("some_high_school", None, hit.first, hit.last)


def _middle(message: Message, hit: Hit) -> Schooling | None:
    """ "Finished middle school", "only primary school"."""
    grade = int(hit.value) if str(hit.value).isdigit() else LAST_BELOW
    said_whole = grade > LAST_BELOW  # "tengo la secundaria nomás" holds its own verb
    if planned(message, hit.first) or not (said_whole or _about_finishing(message, hit)):
        return None
    done = grade if not negated(message, hit.first) else grade - 1
    return _below(done, hit)


def _middle_done(message: Message, hit: Hit) -> Schooling | None:
    """ "Primaria completa", "solo la primaria": no verb is needed beside it."""
    return None if planned(message, hit.first) else _below(int(hit.value), hit)


def _below(grade: int, hit: Hit) -> Schooling:
    level = "some_high_school" if grade > LAST_BELOW else "no_high_school"
    return Schooling(level, grade, hit.first, hit.last)


def _about_finishing(message: Message, hit: Hit) -> bool:
    verbs = said_before(message, hit.first, "finish", "leave", "left_school", "reach", "graduate")
    return any(hit.first - verb.last <= 3 for verb in verbs)


def _held(hit: Hit, level: str) -> Schooling:
    return Schooling(level, None, hit.first, hit.last)


READERS = {
    "diploma": _diploma,
    "graduated_school": _graduated,
    "graduate": _graduated,
    "graduating": _graduating,
    "class_of": _class_of,
    "equivalency": _equivalency,
    "high_school": _high_school,
    "college_some": _some_college,
    "college_year": _some_college,
    "degree": _degree,
    "certificate": _certificate,
    "no_school": _none,
    "unfinished": _unfinished,
    "short": _short,
    "year_short": _year_short,
    "middle": _middle,
    "middle_done": _middle_done,
}
