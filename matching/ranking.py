"""Put programs in the order that fits a person best, and name programs that help with a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from matching.bridges import bridged
from matching.families import folded
from matching.fit import is_always_there, is_example
from matching.judging import judge_all
from matching.match import OPEN, Match
from matching.profile import Profile
from matching.program import Program
from matching.rules.case import Case
from matching.where import Whereabouts

__all__ = ["finds", "rank"]

INSIDERS_MILES = 60.0  # as far as people drive to work


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
    wanted = {program.id: program for program in programs if not is_disliked(profile, program)}
    matches = folded(judge_all(Case(profile, where, today), wanted.values()), wanted)
    ordered = sorted(matches, key=lambda match: (-match.score, match.program_id))
    return bridged(ordered, wanted)[:limit]


def is_disliked(profile: Profile, program: Program) -> bool:
    """Say whether a program is of disliked sectors alone."""
    if is_always_there(program) or not program.sectors:
        return False
    return set(profile.interests.dislikes).issuperset(program.sectors)


def finds(matches: Sequence[Match], limit: int | None = None) -> list[Match]:
    """Pick what to show: open or one step away, no two of one family, insiders' programs last.

    An example of what a program offers is none; what only insiders of some place we know nothing
    of, or of one far off, can use is none either.
    """
    spoken_for = {part for match in matches for part in match.parts}
    shown = [
        match
        for match in matches
        if match.verdict in (*OPEN, "one_step_away")
        and match.program_id not in spoken_for
        and not is_example(match.program_id)
        and not _out_of_sight(match)
    ]
    return sorted(shown, key=lambda match: bool(match.only_if))[:limit]


def _out_of_sight(match: Match) -> bool:
    """Say whether only insiders get in, and nothing says that there are any around here."""
    if not match.only_if or match.serves_location:
        return False
    return match.distance_miles is None or match.distance_miles > INSIDERS_MILES
