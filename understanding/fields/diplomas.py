"""Diplomas, equivalencies, college and degrees: held, under way, or missing."""

from __future__ import annotations

from understanding.fields.schooling import (
    NEAR,
    Schooling,
    needed,
    planned,
    said_after,
    said_before,
)
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated


def diplomas_in(draft: Draft) -> list[Schooling]:
    """Read all awards named, leaving out those asked about or only wished for."""
    found: list[Schooling | None] = []
    for hit in draft.message.of("education"):
        if draft.free(hit) and hit.concept in READERS:
            found.append(READERS[hit.concept](draft.message, hit))
    return [one for one in found if one is not None]


def _diploma(message: Message, hit: Hit) -> Schooling | None:
    if needed(message, hit.first):
        return None
    if negated(message, hit.first):
        return Schooling("some_high_school", None, hit.first - 1, hit.last)
    return None if planned(message, hit.first) else _held(hit, "high_school")


def _graduated(message: Message, hit: Hit) -> Schooling | None:
    if needed(message, hit.first) or _of_college(message, hit):
        return None
    if negated(message, hit.first):
        return Schooling("some_high_school", None, hit.first - 1, hit.last)
    return None if planned(message, hit.first) else _held(hit, "high_school")


def _graduating(message: Message, hit: Hit) -> Schooling | None:
    """The diploma is to come: still a pupil."""
    if _of_college(message, hit):
        return _held(hit, "some_college")
    return Schooling("in_high_school", None, hit.first, hit.last)


def _of_college(message: Message, hit: Hit) -> bool:
    """ "Graduated from college" is said by a degree, not by a diploma."""
    return any(
        other.first < hit.last + 3
        for other in said_after(message, hit.last, "degree", "college_some")
    )


def _equivalency(message: Message, hit: Hit) -> Schooling | None:
    if needed(message, hit.first):
        return None
    level = _equivalency_level(message, hit)
    return Schooling(level, None, hit.first, hit.last) if level else None


def _equivalency_level(message: Message, hit: Hit) -> str | None:
    """Nearest word decides: got it, working on it, wishing for it, or without it."""
    for at in range(hit.first - 1, max(-1, hit.first - NEAR), -1):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            break
        decided = _by_word(message, at)
        if decided is not None:
            return decided or None
    after = {one.concept for one in message.starting("education", hit.last)}
    return "ged_in_progress" if "working_on" in after else "high_school"


def _by_word(message: Message, at: int) -> str | None:
    """Say what one word before makes of it: a level, "" for a mere wish, None for nothing."""
    marks = message.marks("education", at)
    if "neg" in message.marks("cues", at):
        return "some_high_school"
    if "working_on" in marks:
        return "" if "plan_to" in marks and planned(message, at) else "ged_in_progress"
    if "plan_to" in marks:
        return ""
    if "got" not in marks:
        return None
    if planned(message, at):
        return ""
    return "some_high_school" if negated(message, at) else "high_school"


def _some_college(message: Message, hit: Hit) -> Schooling | None:
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


def _none(message: Message, hit: Hit) -> Schooling | None:
    return Schooling("no_high_school", 0, hit.first, hit.last)


def _short(message: Message, hit: Hit) -> Schooling:
    return Schooling("some_high_school", None, hit.first, hit.last)


def _middle(message: Message, hit: Hit) -> Schooling | None:
    """ "Finished middle school", "only primary school"."""
    if planned(message, hit.first) or not _about_finishing(message, hit):
        return None
    grade = int(hit.value) if str(hit.value).isdigit() else 8
    done = grade if not negated(message, hit.first) else grade - 1
    return Schooling("no_high_school", done, hit.first, hit.last)


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
    "equivalency": _equivalency,
    "college_some": _some_college,
    "degree": _degree,
    "certificate": _certificate,
    "no_school": _none,
    "short": _short,
    "middle": _middle,
}
