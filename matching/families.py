"""A whole and its parts count as one find, and the best of them speaks for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from matching.fit import is_example
from matching.match import OPEN, Match, Reason
from matching.program import Program
from matching.reasons import score_of
from matching.shares import is_for_insiders
from matching.weights import ALL, WEIGHTS, WHOLE

FAR_LESS = 0.5  # of the best score of a family: such a one is less for this person than another
PLACES = ("serves.city", "serves.state", "serves.nationwide")


def root_of(program: Program, programs: Mapping[str, Program]) -> str:
    """Follow `part_of` up to the whole. A loop, or a whole not at hand, ends the walk."""
    seen = [program.id]
    while program.part_of is not None and program.part_of not in seen:
        seen.append(program.part_of)
        if program.part_of not in programs:
            break
        program = programs[program.part_of]
    return seen[-1]


def folded(matches: Sequence[Match], programs: Mapping[str, Program]) -> list[Match]:
    """Let one match speak for each family; the others keep a small share of their points."""
    families: dict[str, list[Match]] = {}
    for match in matches:
        families.setdefault(root_of(programs[match.program_id], programs), []).append(match)
    out: list[Match] = []
    for family in families.values():
        out += _spoken_for(family, programs) if len(family) > 1 else family
    return out


def _spoken_for(family: list[Match], programs: Mapping[str, Program]) -> list[Match]:
    most = max(match.score for match in family)
    first, *others = sorted(
        family, key=lambda match: _standing(match, programs[match.program_id], most)
    )
    parts = tuple(match.program_id for match in others if match.verdict in OPEN)
    return [replace(first, parts=parts), *(_behind(match) for match in others)]


def _standing(
    match: Match, program: Program, most: float
) -> tuple[bool, bool, bool, int, bool, bool, float, str]:
    """Order a family: open doors, for this person, closest by, and the whole before its parts."""
    codes = [reason.code for reason in match.reasons]
    closeness = next((rank for rank, code in enumerate(PLACES) if code in codes), len(PLACES))
    return (
        is_example(match.program_id),
        match.verdict not in OPEN,
        match.score < most * FAR_LESS,
        closeness,
        _in_doubt(match),
        program.part_of is not None,
        -match.score,
        match.program_id,
    )


def _in_doubt(match: Match) -> bool:
    """Say whether it is only for people who belong somewhere, and whether this one does is open."""
    return any(
        judged.status == "unknown" and judged.closes and is_for_insiders(judged.requirement)
        for judged in match.requirements
    )


def _behind(match: Match) -> Match:
    """Keep it for whoever asks, after everything else. What is shut stands last anyway."""
    if match.verdict in WEIGHTS.shares:
        return match
    share = WEIGHTS.shares["behind"]
    reasons = tuple(
        Reason(one.code, round(one.points * WHOLE) * share // ALL / WHOLE, one.params)
        for one in match.reasons
    )
    return replace(match, reasons=reasons, score=score_of(reasons))
