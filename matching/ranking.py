"""Put programs in the order that fits a person best, and name programs that help with a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from matching.bridges import bridged
from matching.families import folded
from matching.fit import ALWAYS_THERE
from matching.judging import judge_all
from matching.match import OPEN, Match
from matching.profile import Profile
from matching.program import Program
from matching.rules.case import Case
from matching.where import Whereabouts

__all__ = ["finds", "rank"]


def rank(  # noqa: PLR0913 - who, what, where, when and how many
    profile: Profile,
    programs: Iterable[Program],
    where: Whereabouts,
    today: date,
    limit: int | None = None,
) -> list[Match]:
    """Judge programs and return them best first, ties by id.

    A program of disliked sectors alone is left out; a part of a program already there, or its
    whole, comes after everything else. The order of `programs` does not matter.
    """
    wanted = {program.id: program for program in programs if not _disliked(profile, program)}
    matches = folded(judge_all(Case(profile, where, today), wanted.values()), wanted)
    ordered = sorted(matches, key=lambda match: (-match.score, match.program_id))
    return bridged(ordered, wanted)[:limit]


def _disliked(profile: Profile, program: Program) -> bool:
    if program.kind in ALWAYS_THERE or not program.sectors:
        return False
    return set(profile.interests.dislikes).issuperset(program.sectors)


def finds(matches: Sequence[Match], limit: int | None = None) -> list[Match]:
    """Pick what to show: open or one step away, and no two of one family."""
    spoken_for = {part for match in matches for part in match.parts}
    shown = [
        match
        for match in matches
        if match.verdict in (*OPEN, "one_step_away") and match.program_id not in spoken_for
    ]
    return shown[:limit]
