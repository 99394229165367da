"""Whether what was told is what the product knows at the end: nothing missed, nothing invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evaluation.people.problem import NEVER, Problem
from evaluation.people.talking import PlayedTalk
from evaluation.people.told import fairly_concluded, slots_in
from evaluation.slots import Slot


def misheard(talk: PlayedTalk, sectors: Mapping[str, str]) -> Iterator[Problem]:
    """Compare the last profile with what was told. `sectors`: of jobs, by SOC code."""
    if not talk.turns:
        return
    said = talk.told.slots
    fair = said | fairly_concluded(talk.told, sectors) | _taken_back(talk)
    known = slots_in(talk.turns[-1].answer["profile"])
    for slot in sorted(said - known, key=str):
        yield Problem("missed", _written(slot), _told_in(talk, slot))
    for slot in sorted(known - fair, key=str):
        yield Problem("invented", _written(slot), _came_in(talk, slot))


def _taken_back(talk: PlayedTalk) -> frozenset[Slot]:
    """A like that was taken back may stand as a dislike."""
    gone = (slot for turn in talk.turns for slot in turn.line.instead_of)
    return frozenset(("interests.dislikes", what) for path, what in gone if path.endswith("likes"))


def _told_in(talk: PlayedTalk, slot: Slot) -> int:
    told = (at for at, turn in enumerate(talk.turns) if slot in turn.told.slots)
    return next(told, NEVER)


def _came_in(talk: PlayedTalk, slot: Slot) -> int:
    came = (at for at, turn in enumerate(talk.turns) if slot in slots_in(turn.answer["profile"]))
    return next(came, NEVER)


def _written(slot: Slot) -> str:
    return f"{slot[0]} = {slot[1]}"
