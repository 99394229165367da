"""The closest path to yes: the fewest steps after which nothing a program asks is failed.

A tree of requirements has several ways out: any one of an `any_of` is enough, one diploma may meet
two rules at once. All ways are worked out as sets of steps; a set that holds another is dropped,
since whoever takes the smaller one is there already. So the least of what is left is the least.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from matching.gaps import step_of
from matching.match import Judged, Path, Step
from matching.program import Leaf, Program
from matching.rules.case import Case
from matching.verdict import has_tracks_only, track_name

Way = frozenset["Named"]
NOTHING_TO_DO: Way = frozenset()
UNKNOWN_WEEKS = 10_000  # behind every way of which the time is known

# What comes first when several things are to be done: schooling takes longest, a birthday comes.
ORDER = ("step.grade", "step.finish_high_school", "step.diploma", "step.education", "step.gpa")
LAST = ("step.age_date", "step.age_next_birthday", "step.age_later")


@dataclass(frozen=True)
class Named:
    """A step that equals another one of the same code and numbers."""

    key: tuple[Any, ...]
    step: Step

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def closest_path(case: Case, program: Program, judged: Sequence[Judged]) -> Path | None:
    """Find the least set of steps that leaves no requirement failed; None: no steps known do."""
    ways = _product(_ways(case, entry) for entry in judged if entry.closes)
    if has_tracks_only(program):
        ways = _product([ways, _ways_of_tracks(case, judged)])
    if not ways:
        return None
    least = min(ways, key=_length)
    return _path(least)


def _ways_of_tracks(case: Case, judged: Sequence[Judged]) -> list[Way]:
    """One track of a program that consists of tracks is enough."""
    by_track: dict[str, list[Judged]] = {}
    for entry in judged:
        name = track_name(entry.requirement)
        if name:
            by_track.setdefault(name, []).append(entry)
    return _least([way for track in by_track.values()
                   for way in _product(_ways(case, entry) for entry in track)])  # fmt: skip


def _ways(case: Case, judged: Judged) -> list[Way]:
    """List the sets of steps after which a requirement is no longer failed."""
    if judged.status != "not_met":
        return [NOTHING_TO_DO]
    if isinstance(judged.requirement, Leaf):
        return _ways_of_leaf(case, judged)
    if judged.because == "confirmed" and not judged.alternatives:
        return []
    if judged.requirement.mode == "all_of":
        return _product(_ways(case, part) for part in judged.alternatives if part.closes)
    return _least([way for part in judged.alternatives for way in _ways(case, part)])


def _ways_of_leaf(case: Case, judged: Judged) -> list[Way]:
    step = step_of(case, judged)
    if step is None:
        return []
    return [frozenset({Named((step.code, *sorted(map(repr, step.params.items()))), step)})]


def _product(choices: Iterable[list[Way]]) -> list[Way]:
    """Do all of several things, each in any of its ways."""
    found = [NOTHING_TO_DO]
    for ways in choices:
        found = _least([one | other for one, other in product(found, ways)])
    return found


def _least(ways: Iterable[Way]) -> list[Way]:
    """Drop every way that holds another."""
    kept: list[Way] = []
    for way in sorted(set(ways), key=_length):
        if not any(one <= way for one in kept):
            kept.append(way)
    return kept


def _length(way: Way) -> tuple[int, int, int, list[tuple[Any, ...]]]:
    """Fewer steps first, then less time, then less money; ties by name."""
    weeks = sum(UNKNOWN_WEEKS if one.step.weeks is None else one.step.weeks for one in way)
    cost = sum(one.step.cost_usd or 0 for one in way)
    return len(way), weeks, cost, sorted(one.key for one in way)


def _path(way: Way) -> Path:
    steps = tuple(named.step for named in sorted(way, key=lambda one: (_turn(one.step), one.key)))
    return Path(steps, _total(step.weeks for step in steps), _total(s.cost_usd for s in steps))


def _turn(step: Step) -> int:
    if step.code in LAST:
        return len(ORDER) + 1
    return ORDER.index(step.code) if step.code in ORDER else len(ORDER)


def _total(numbers: Iterable[int | None]) -> int | None:
    known = list(numbers)
    return None if not known or None in known else sum(one for one in known if one is not None)
