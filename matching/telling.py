"""Which of the doors that a change opens or closes are worth naming to a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matching.families import root_of
from matching.fit import is_example
from matching.match import Match
from matching.nearness import Nearness, nearness_of
from matching.profile import Profile
from matching.program import Program
from matching.where import Whereabouts

WISHED, OTHERS, FAR = "wished", "others", "far"


@dataclass(frozen=True)
class Told:
    """Doors to name, the nearest first. `kind`: of the work the person wishes, or around them but
    of other work, or far off; empty: there is nothing to name."""

    kind: str = ""
    matches: tuple[Match, ...] = ()


def worth_naming(
    profile: Profile, home: Whereabouts, matches: Iterable[Match], programs: Mapping[str, Program]
) -> Told:
    """Choose among matches, the best first. What is near, or serves the state or the whole country,
    goes before what is far; what they wish goes before what is near.

    An example, what only insiders can use, and a second program of one family are no doors to name.
    """
    wishes = profile.interests
    wished = bool(wishes.likes or wishes.occupations)
    doors = [(nearness_of(one, home), one) for one in _one_a_family(matches, programs)]
    around = [door for door in doors if door[0] <= Nearness.NATIONWIDE]
    groups = (
        (WISHED, [door for door in around if is_wished(door[1]) or not wished]),
        (OTHERS, around),
        (FAR, [door for door in doors if door[0] == Nearness.FAR and _fits(door[1], wished)]),
    )
    kind, chosen = next(((kind, found) for kind, found in groups if found), ("", []))
    return Told(kind, tuple(match for _, match in sorted(chosen, key=lambda door: door[0])))


def is_wished(match: Match) -> bool:
    """Tell whether a program is of the work a person likes."""
    return any(reason.code.startswith("interest.") for reason in match.reasons)


def _fits(match: Match, wished: bool) -> bool:
    return is_wished(match) or not wished


def _one_a_family(matches: Iterable[Match], programs: Mapping[str, Program]) -> Iterable[Match]:
    """Leave out what is no door of its own, and all but the best of a whole and its parts."""
    seen = set()
    for match in matches:
        family = root_of(programs[match.program_id], programs)
        if match.only_if or is_example(match.program_id) or family in seen:
            continue
        seen.add(family)
        yield match
