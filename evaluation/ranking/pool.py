"""Which programs people grade for a persona: ours, and what simpler rules would have put first.

The order is shuffled, so that nothing tells a grader what this product thinks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from random import Random

from evaluation.ranking.personas import Persona
from evaluation.ranking.world import World
from matching.fit import is_example
from matching.match import Match
from matching.program import Program

SEED = 20261128
OURS, NEAR, WISHED, PAID, RANDOM = 8, 8, 8, 5, 2
MOST = 16  # programs a grader reads for one persona
Judged = tuple[Program, Match]


def pooled(world: World, persona: Persona) -> list[str]:
    """Draw the ids of the programs to grade for a persona, in an order that tells nothing."""
    random = Random(f"{SEED} {persona.id}")
    around = [one for one in _gradable(world, persona) if _around(one)]
    drawn = random.sample(around, min(RANDOM, len(around)))
    certain = dict.fromkeys([*world.shown(persona, OURS), *(one.id for one, _ in drawn)])
    others = (name for name in _in_turn(_simpler(persona, around, random)) if name not in certain)
    pool = [*certain, *islice(dict.fromkeys(others), MOST - len(certain))]
    random.shuffle(pool)
    return pool


def _gradable(world: World, persona: Persona) -> list[Judged]:
    """List what a person could be sent to: no examples, nothing that ended."""
    both = zip(world.programs(), world.judged(persona), strict=True)
    return [
        (program, match)
        for program, match in both
        if not is_example(program.id) and program.status in ("active", "unknown")
    ]


def _around(one: Judged) -> bool:
    """Say whether a program may take people from where the persona lives."""
    return one[1].serves_location is not False


def _simpler(persona: Persona, around: Sequence[Judged], random: Random) -> list[list[str]]:
    """Order programs by one thing at a time: by distance, by wish, by pay."""
    wished = [one for one in around if _wishes_met(persona, one)]
    paid = [one for one in around if one[0].typical_pay_usd]
    first = _first(WISHED, wished, lambda one: (-_wishes_met(persona, one), *_reach(one)))
    best_paid = _first(PAID, paid, lambda one: (-(one[0].typical_pay_usd or 0), *_reach(one)))
    random.shuffle(best_paid)  # few find room, and the best paid of all is the same everywhere
    return [
        first[::2],  # a wish is what people judge first: two of these for one of the others
        first[1::2],
        _first(NEAR, around, _reach),
        best_paid,
    ]


def _first(
    limit: int, judged: Iterable[Judged], key: Callable[[Judged], tuple[object, ...]]
) -> list[str]:
    return [program.id for program, _ in sorted(judged, key=key)[:limit]]


def _reach(one: Judged) -> tuple[object, ...]:
    """Order by distance; what has no door on the map comes after, what serves the place first."""
    program, match = one
    miles = match.distance_miles
    return (miles is None, miles or 0.0, not match.serves_location, program.id)


def _wishes_met(persona: Persona, one: Judged) -> int:
    wishes = persona.profile.interests
    jobs = {*one[0].occupations, *one[0].leads_to}
    return len(set(wishes.likes) & set(one[0].sectors)) + len(set(wishes.occupations) & jobs)


def _in_turn(lists: Iterable[Iterable[str]]) -> Iterator[str]:
    """Take one of each list in turn."""
    for row in zip_longest(*lists):
        yield from (name for name in row if name is not None)
