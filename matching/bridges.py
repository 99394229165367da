"""Programs at hand that get a person over a gap: adult education for a diploma, and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from matching.match import OPEN, Gap, Match, Path, Step
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
    ways = [step for step in teaching if step.program_id != match.program_id][:WAYS_SHOWN]
    gaps = tuple(_gap(gap, ways) for gap in match.missing)
    return replace(match, missing=gaps, path=_led_through(match.path, ways))


def _gap(gap: Gap, ways: Sequence[Step]) -> Gap:
    if not any(step.code in SCHOOLING for step in gap.steps):
        return gap
    return replace(gap, steps=(*gap.steps, *ways))


def _led_through(path: Path | None, ways: Sequence[Step]) -> Path | None:
    """Name on a schooling step of the path the first program that teaches for it."""
    if path is None or not ways:
        return path
    first = ways[0]
    steps = tuple(
        replace(step, program_id=first.program_id, cost_usd=first.cost_usd)
        if step.code in SCHOOLING
        else step
        for step in path.steps
    )
    costs = [step.cost_usd for step in steps]
    return replace(path, steps=steps, cost_usd=None if None in costs else sum(filter(None, costs)))
