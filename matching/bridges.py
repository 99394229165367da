"""Programs at hand that get a person over a gap: adult education for a diploma, and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from matching.match import OPEN, Gap, Match, Step
from matching.program import Program
from matching.shares import is_for_insiders

WAYS_SHOWN = 2
SCHOOLING = frozenset({"step.diploma", "step.grade"})


def bridged(matches: Sequence[Match], programs: Mapping[str, Program]) -> list[Match]:
    """Name, for each schooling gap, the programs open to the person that teach for it."""
    teaching = _teaching(matches, programs)
    if not teaching:
        return list(matches)
    return [_with_ways(match, teaching) if match.missing else match for match in matches]


def _teaching(matches: Sequence[Match], programs: Mapping[str, Program]) -> list[Step]:
    """List open programs that support adult education, those that serve the place for sure."""
    steps = []
    for match in matches:
        program = programs[match.program_id]
        if match.verdict in OPEN and match.serves_location and teaches_anyone(program):
            cost = program.cost.usd if program.cost and not program.cost.kind else None
            params = {"program": program.name}
            steps.append(Step("step.study_at", params, program.id, cost_usd=cost))
    return steps


def teaches_anyone(program: Program) -> bool:
    """A course on the other side of the country, or for one firm's workers, is no way over."""
    if "ged" not in program.supports or program.serves is None or program.serves.nationwide:
        return False
    return not any(is_for_insiders(entry) for entry in program.requirements)


def _with_ways(match: Match, teaching: Sequence[Step]) -> Match:
    return replace(
        match, missing=tuple(_gap(gap, match.program_id, teaching) for gap in match.missing)
    )


def _gap(gap: Gap, own_id: str, teaching: Sequence[Step]) -> Gap:
    if not any(step.code in SCHOOLING for step in gap.steps):
        return gap
    ways = [step for step in teaching if step.program_id != own_id][:WAYS_SHOWN]
    return replace(gap, steps=(*gap.steps, *ways))
