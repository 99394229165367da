"""Ways on across programs and jobs: pre-apprenticeship, apprenticeship, journeyworker, supervisor.

Programs lead to programs and to jobs; jobs lead up, or sideways, to jobs. Together they are one
net, and a way through it is a list of steps, each of a kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from matching.program import Ladder, Program, Words

YEARS_UNKNOWN = 50.0  # so that ways of which the time is known come first among equals


@dataclass(frozen=True)
class Step:
    """From one program or job to the next. A job is named by its SOC code."""

    start: str
    end: str
    kind: str  # lead (program to program), train (program to job), up, lateral
    needs: Words | None = None
    years: float | None = None  # None: nobody states it
    ladder_id: str | None = None


Reached = tuple[int, float, tuple[str, ...], int, tuple[Step, ...]]  # steps, years, names


class Lattice:
    """All programs and ladders of a release as one net. Immutable."""

    def __init__(self, programs: Mapping[str, Program], ladders: Iterable[Ladder]) -> None:
        self._onward: dict[str, list[Step]] = defaultdict(list)
        for program in programs.values():
            for step in _from_program(program, programs):
                self._onward[program.id].append(step)
        for ladder in ladders:
            for step in _on_ladder(ladder):
                self._onward[step.start].append(step)

    def onward(self, place: str) -> tuple[Step, ...]:
        """List what comes right after a program or a job: up before sideways, ties by name."""
        return tuple(sorted(self._onward.get(place, ()), key=_turn))

    def way(self, start: str, goal: str) -> tuple[Step, ...] | None:
        """Find the way with the fewest steps, then the fewest years; None: there is none."""
        order = count()
        heap: list[Reached] = [(0, 0.0, (), next(order), ())]
        done: set[str] = set()
        while heap:
            steps, years, names, _, way = heappop(heap)
            place = way[-1].end if way else start
            if place == goal:
                return way
            if place in done:
                continue
            done.add(place)
            for step in self.onward(place):
                if step.end not in done:
                    trail = (*names, step.end)
                    cost = (steps + 1, years + _years(step), trail)
                    heappush(heap, (*cost, next(order), (*way, step)))
        return None


def _years(step: Step) -> float:
    return YEARS_UNKNOWN if step.years is None else step.years


def _turn(step: Step) -> tuple[bool, float, str, str]:
    return step.kind == "lateral", _years(step), step.end, step.ladder_id or ""


def _from_program(program: Program, programs: Mapping[str, Program]) -> Iterable[Step]:
    for name in program.leads_to:
        yield Step(program.id, name, "lead" if name in programs else "train")
    for soc in program.occupations:
        if soc not in program.leads_to:
            yield Step(program.id, soc, "train")


def _on_ladder(ladder: Ladder) -> Iterable[Step]:
    for move in ladder.moves:
        start, end = ladder.rungs[move.start].soc, ladder.rungs[move.end].soc
        if start != end:
            yield Step(start, end, move.kind, move.needs, move.typical_years, ladder.id)
