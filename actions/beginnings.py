"""Which programs begin a way to a job for this person: open and near before far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.turn import Turn
from matching.entrances import SUPERVISING
from matching.lattice import Step
from matching.match import OPEN, Match
from matching.nearness import Nearness, nearness_of
from matching.profile import Profile

SHUT = ("closed", "not_now")
Way = tuple[Step, ...]


@dataclass(frozen=True)
class Beginning:
    """A program somebody could begin with, and the way on from it."""

    match: Match
    way: Way
    nearness: Nearness


def beginnings(turn: Turn, goal: Sequence[str]) -> list[Beginning]:
    """List the programs that begin a way to a goal and take people from where the person lives:
    what is open and near first, then the shortest way, then what fits best."""
    lattice, avoid, found = turn.release.lattice, _elsewhere(turn), []
    for match in turn.advice.ranked(_wishing(turn, goal)):
        nearness = nearness_of(match, turn.where)
        if match.verdict in SHUT or match.only_if or not _is_for(turn, match, nearness):
            continue
        way = lattice.way([match.program_id], goal, avoid)
        if way:
            found.append(Beginning(match, way, nearness))
    return sorted(found, key=_turn_of)


def _is_for(turn: Turn, match: Match, nearness: Nearness) -> bool:
    """Tell whether a program takes people from here; of an unknown home, from everywhere."""
    anywhere = any(reason.code == "serves.nationwide" for reason in match.reasons)
    return nearness is not Nearness.UNSAID and (turn.where.state is not None or anywhere)


def helping(turn: Turn, way: Way) -> list[Beginning]:
    """List the programs near the person that lead right into a job on a way."""
    found = beginnings(turn, [step.end for step in way])
    return [one for one in found if len(one.way) == 1 and one.nearness <= Nearness.IN_STATE]


def _elsewhere(turn: Turn) -> frozenset[str]:
    """List the programs that others lead to and that do not take people from here."""
    judged = turn.advice.judged(turn.profile, sorted(turn.release.lattice.led_to))
    return frozenset(match.program_id for match in judged if match.serves_location is False)


def _wishing(turn: Turn, goal: Sequence[str]) -> Profile:
    """Take the person as one who wants the jobs of the goal's ladders."""
    rungs = (turn.release.lattice.rung(place) for place in goal)
    socs = [rung.soc for found in rungs if found for rung in found[0].rungs]
    wanted = dict.fromkeys(soc for soc in socs if not SUPERVISING.fullmatch(soc))
    wishes = turn.profile.interests
    occupations = tuple(dict.fromkeys((*wishes.occupations, *wanted)))
    return replace(turn.profile, interests=replace(wishes, occupations=occupations))


def _turn_of(one: Beginning) -> tuple[int, bool, int]:
    later = one.match.verdict not in OPEN
    return one.nearness + later, later, len(one.way)
