"""Which ladders a program or a job stands on, what comes next, and which moves are a raise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matching.program import Ladder, Move, Program, Rung

SOC = re.compile(r"\d{2}-\d{4}")


@dataclass(frozen=True)
class Standing:
    """Where on a ladder a job or a program gets a person; rungs count from 0."""

    ladder: Ladder
    rung: int
    exact: bool  # False: only a job the program leads on to stands on the ladder


@dataclass(frozen=True)
class Raise:
    """A move up to a job whose median is higher, by BLS national medians."""

    move: Move
    start: Rung
    end: Rung
    usd: int  # whole dollars a year
    percent: int


def rung_of(ladder: Ladder, soc: str) -> int | None:
    """Find the lowest rung of a job; None when it is not on the ladder."""
    return next((at for at, rung in enumerate(ladder.rungs) if rung.soc == soc), None)


def ladders_for_job(ladders: Iterable[Ladder], soc: str) -> list[Standing]:
    """List the ladders a job stands on, the ones with most above it first, ties by id."""
    found = []
    for ladder in ladders:
        rung = rung_of(ladder, soc)
        if rung is not None:
            found.append(Standing(ladder, rung, True))
    return sorted(found, key=_most_above)


def _most_above(standing: Standing) -> tuple[int, str]:
    return standing.rung - len(standing.ladder.rungs), standing.ladder.id


def ladders_of(program: Program, ladders: Iterable[Ladder]) -> list[Standing]:
    """List the ladders a program leads onto, best first.

    The record's own ladders come first, then those that share most of its jobs, then those of
    its sectors; ties by id. Each stands at the lowest rung the program prepares for.
    """
    scored = []
    for ladder in ladders:
        standing = _standing(program, ladder)
        if standing is not None:
            scored.append((_distance(program, standing), ladder.id, standing))
    return [standing for _, _, standing in sorted(scored, key=lambda entry: entry[:2])]


def _standing(program: Program, ladder: Ladder) -> Standing | None:
    for jobs, exact in ((program.occupations, True), (_leads_to_jobs(program), False)):
        rungs = [rung for soc in jobs if (rung := rung_of(ladder, soc)) is not None]
        if rungs:
            return Standing(ladder, min(rungs), exact)
    return Standing(ladder, 0, False) if ladder.id in program.ladder_ids else None


def _leads_to_jobs(program: Program) -> tuple[str, ...]:
    return tuple(entry for entry in program.leads_to if SOC.fullmatch(entry))


def _distance(program: Program, standing: Standing) -> tuple[int, int, int]:
    ladder = standing.ladder
    own = program.ladder_ids.index(ladder.id) if ladder.id in program.ladder_ids else 1000
    jobs = {*program.occupations, *_leads_to_jobs(program)}
    shared = len(jobs & {rung.soc for rung in ladder.rungs})
    return own, -shared, ladder.sector not in program.sectors


def ladder_from(ladders: Iterable[Ladder], start: str | Program) -> Standing | None:
    """Find the best ladder from a job (SOC code) or a program; None when there is none."""
    if isinstance(start, Program):
        return next(iter(ladders_of(start, ladders)), None)
    return next(iter(ladders_for_job(ladders, start)), None)


def next_moves(ladder: Ladder, rung: int) -> tuple[Move, ...]:
    """List the ways on from a rung, those up first."""
    moves = [move for move in ladder.moves if move.start == rung]
    return tuple(sorted(moves, key=lambda move: (move.kind != "up", move.end)))


def raises_of(ladder: Ladder) -> tuple[Raise, ...]:
    """List the moves up that raise the median. One whose median falls is a move, not a raise."""
    return tuple(found for move in ladder.moves if (found := _raise(ladder, move)) is not None)


def _raise(ladder: Ladder, move: Move) -> Raise | None:
    start, end = ladder.rungs[move.start], ladder.rungs[move.end]
    before, after = start.median_wage_usd, end.median_wage_usd
    if move.kind != "up" or move.wage_note is not None or before is None or after is None:
        return None
    if after <= before:
        return None
    return Raise(move, start, end, after - before, round(100 * (after - before) / before))


def top_of(ladder: Ladder) -> int | None:
    """Find the rung that moves up end at: the first they lead to and not on from; None: no move
    leads up."""
    above = {move.end for move in ladder.moves if move.kind == "up"}
    left = {move.start for move in ladder.moves if move.kind == "up"}
    return min(above - left, default=None)
