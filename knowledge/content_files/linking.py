"""Finds the ladders that begin or go on where a program leads, for programs that name none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from matching.program import Ladder, Program

MOST = 6
SHARED = 4  # a job that stands on more ladders than this says little about any of them
AIMED_AT = 2.0  # a job the program leads to tells more than one it also touches


def linked(programs: Mapping[str, Program], ladders: Mapping[str, Ladder]) -> dict[str, Program]:
    """Give each program the ladders of its own sectors that hold its jobs, nearest first."""
    standing = Counter(soc for ladder in ladders.values() for soc in _jobs(ladder))
    return {
        name: program if program.ladder_ids else _with_ladders(program, ladders, standing)
        for name, program in sorted(programs.items())
    }


def _with_ladders(
    program: Program, ladders: Mapping[str, Ladder], standing: Counter[str]
) -> Program:
    worth = {
        soc: (AIMED_AT if soc in program.leads_to else 1.0) / standing[soc]
        for soc in (*program.occupations, *program.leads_to)
        if 0 < standing[soc] <= SHARED
    }
    nearness = {
        ladder.id: sum(worth[soc] for soc in worth.keys() & _jobs(ladder))
        for ladder in ladders.values()
        if ladder.sector in program.sectors
    }
    near = sorted((-total, name) for name, total in nearness.items() if total > 0)
    return replace(program, ladder_ids=tuple(name for _, name in near[:MOST]))


def _jobs(ladder: Ladder) -> frozenset[str]:
    return frozenset(rung.soc for rung in ladder.rungs)
