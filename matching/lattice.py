"""Ways on across programs and jobs: pre-apprenticeship, apprenticeship, journeyworker, supervisor.

Programs lead to programs and prepare for jobs; jobs lead up, or sideways, to jobs. Together they
are one net. Its places are programs, by id; rungs of ladders, such as `electrician/2`, counted from
0; and jobs that no ladder holds, by SOC code. A way through it is a list of steps, each of a kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from matching.entrances import (
    SUPERVISING,
    Entrance,
    entrances_of,
    is_for_learners,
    jobs_off_ladders,
)
from matching.program import Ladder, Move, Program

YEARS_UNKNOWN = 50.0  # so that ways of which the time is known come first among equals
WEEKS_A_YEAR = 52


@dataclass(frozen=True)
class Step:
    """From one place of the net to the next."""

    start: str
    end: str
    kind: str  # lead (program to program), train (program to job), up, lateral
    years: float | None = None  # None: nobody states it
    ladder_id: str | None = None
    move: Move | None = None  # the ladder's own move, where the step is one


Cost = tuple[int, int, int, float]  # as `way` compares


Reached = tuple[Cost, tuple[str, ...], int, tuple[Step, ...]]
NOTHING: Cost = (0, 0, 0, 0.0)


class Lattice:
    """All programs and ladders of a release as one net. Immutable."""

    def __init__(self, programs: Mapping[str, Program], ladders: Iterable[Ladder]) -> None:
        self._ladders = {ladder.id: ladder for ladder in ladders}
        self._rungs: dict[str, list[str]] = defaultdict(list)
        for ladder in self._ladders.values():
            for at, rung in enumerate(ladder.rungs):
                self._rungs[rung.soc].append(rung_id(ladder.id, at))
        made = {name: list(steps) for name, steps in self._all_steps(programs)}
        self._onward = {name: _in_turn(steps) for name, steps in made.items()}

        leads = (step for steps in made.values() for step in steps if step.kind == "lead")
        self._led_to = frozenset(step.end for step in leads)

    def onward(self, place: str) -> tuple[Step, ...]:
        """List what comes right after a place: up before sideways, ties by name."""
        return self._onward.get(place, ())

    def places(self, name: str) -> tuple[str, ...]:
        """Return where a name stands: of a SOC code the rungs of that job, learners' ones only
        when there are no others; any other name is its own place."""
        rungs = self._rungs.get(name, [])
        skilled = [rung for rung in rungs if not self._is_learning(rung)]
        return tuple(skilled or rungs or [name])

    def rung(self, place: str) -> tuple[Ladder, int] | None:
        """Return the ladder and the rung of a place; None when it is no rung."""
        ladder_id, _, at = place.rpartition("/")
        ladder = self._ladders.get(ladder_id)
        known = ladder is not None and at.isdecimal() and int(at) < len(ladder.rungs)
        return (ladder, int(at)) if ladder is not None and known else None

    def feet(self, place: str) -> tuple[str, ...]:
        """List the lowest rungs of the ladder a rung is on: no move leads to them."""
        found = self.rung(place)
        if found is None:
            return ()
        ladder, _ = found
        ends = {move.end for move in ladder.moves}
        return tuple(rung_id(ladder.id, at) for at in range(len(ladder.rungs)) if at not in ends)

    @property
    def led_to(self) -> frozenset[str]:
        """The programs that others lead to."""
        return self._led_to

    def way(
        self, starts: Iterable[str], goals: Iterable[str], avoid: Container[str] = ()
    ) -> tuple[Step, ...] | None:
        """Find the way with the fewest steps. Among equals the one that names the program of an
        apprenticeship comes first, then the one that stays on a ladder, then the one of fewest
        years, then by the names of its places.

        Empty: one start is a goal already. None: there is no way that avoids some places.
        """
        ends = {place for goal in goals for place in self.places(goal)}
        begun = sorted({place for start in starts for place in self.places(start)})
        order, done = count(), set[str]()
        heap: list[Reached] = [(NOTHING, (start,), next(order), ()) for start in begun]
        while heap:
            cost, names, _, way = heappop(heap)
            if names[-1] in ends:
                return way
            if names[-1] in done:
                continue
            done.add(names[-1])
            for step in self.onward(names[-1]):
                if step.end not in done and step.end not in avoid:
                    trail = (*names, step.end)
                    heappush(heap, (self._further(cost, step), trail, next(order), (*way, step)))
        return None

    def cost(self, step: Step) -> Cost:
        """Weigh a step: one more; into an apprenticeship of no named program; onto another
        ladder; how many years."""
        nameless = step.kind == "train" and self._is_learning(step.end)
        here = self.rung(step.start)
        across = here is not None and here[0].id != step.ladder_id
        return 1, int(nameless), int(across), _years(step)

    def _further(self, cost: Cost, step: Step) -> Cost:
        more = self.cost(step)
        return cost[0] + more[0], cost[1] + more[1], cost[2] + more[2], cost[3] + more[3]

    def _all_steps(self, programs: Mapping[str, Program]) -> Iterator[tuple[str, list[Step]]]:
        for ladder in self._ladders.values():
            for at in range(len(ladder.rungs)):
                yield rung_id(ladder.id, at), list(self._from_rung(ladder, at))
        for program in programs.values():
            yield program.id, list(self._from_program(program, programs))

    def _from_rung(self, ladder: Ladder, at: int) -> Iterator[Step]:
        """Take the moves of a rung, and those that other ladders have for the same job."""
        here = rung_id(ladder.id, at)
        yield from _moves(here, ladder, at)
        soc = ladder.rungs[at].soc
        if SUPERVISING.fullmatch(soc) or ladder.rungs[at].median_wage_usd is None:
            return
        for place in self._rungs[soc]:
            found = self.rung(place)
            if found and found[0] is not ladder and not self._is_unpaid(place):
                yield from _moves(here, *found)

    def _from_program(self, program: Program, programs: Mapping[str, Program]) -> Iterator[Step]:
        if program.status == "closed":
            return
        weeks = program.length.weeks if program.length else None
        years = weeks / WEEKS_A_YEAR if weeks else None
        for name in program.leads_to:
            if name in programs and programs[name].status != "closed":
                yield Step(program.id, name, "lead", years)
        for entrance in entrances_of(program, self._ladders.values()):
            yield from _into_job(program, entrance, years)
        for soc in jobs_off_ladders(program, self._ladders.values()):
            yield Step(program.id, soc, "train", years)

    def _is_learning(self, place: str) -> bool:
        found = self.rung(place)
        return found is not None and is_for_learners(*found)

    def _is_unpaid(self, place: str) -> bool:
        found = self.rung(place)
        return found is not None and found[0].rungs[found[1]].median_wage_usd is None


def rung_id(ladder_id: str, at: int) -> str:
    """Name a rung, counted from 0."""
    return f"{ladder_id}/{at}"


def _moves(start: str, ladder: Ladder, at: int) -> Iterator[Step]:
    for move in ladder.moves:
        if move.start == at:
            end = rung_id(ladder.id, move.end)
            yield Step(start, end, move.kind, move.typical_years, ladder.id, move)


def _into_job(program: Program, entrance: Entrance, years: float | None) -> Iterator[Step]:
    """Step into the job. An apprenticeship is the learners' rung itself: it leads where that does,
    in its own time where it states one."""
    ladder, at = entrance.ladder, entrance.rung
    if program.kind != "apprenticeship" or not entrance.learning:
        yield Step(program.id, rung_id(ladder.id, at), "train", years, ladder.id)
        return
    named = {*program.occupations, *program.leads_to}
    for move in ladder.moves:
        if move.start == at and move.kind == "up" and ladder.rungs[move.end].soc in named:
            own = years if program.length else move.typical_years
            yield Step(program.id, rung_id(ladder.id, move.end), "train", own, ladder.id, move)


def _in_turn(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Sort steps, and keep the first to each end."""
    first: dict[str, Step] = {}
    for step in sorted(steps, key=_turn):
        first.setdefault(step.end, step)
    return tuple(first.values())


def _years(step: Step) -> float:
    return YEARS_UNKNOWN if step.years is None else step.years


def _turn(step: Step) -> tuple[bool, float, str, str]:
    return step.kind == "lateral", _years(step), step.end, step.ladder_id or ""
