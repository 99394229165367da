"""What somebody wished for in vain, as codes an operator may count: no word they typed.

Each code comes from a list that is public and closed: the map's names of cities and states, the
sectors, the titles of jobs. A town of few people is only its state.
"""

from __future__ import annotations

from collections.abc import Iterator

from actions.turn import Turn

SMALLEST_PLACE = 20_000  # people. Source: 45 CFR 164.514(b)(2)(i)(B), as of 2026-11-28
OTHER = "other"  # a job the release has no name for


def wishes_in_codes(turn: Turn) -> list[str]:
    """Name the place and the work that nothing near was found for, such as `place/WI/Racine`."""
    wishes = turn.profile.interests
    titles = turn.release.job_titles
    return [
        *_place(turn),
        *(f"sector/{name}" for name in sorted(wishes.likes)),
        *(f"occupation/{code if code in titles else OTHER}" for code in sorted(wishes.occupations)),
    ]


def _place(turn: Turn) -> Iterator[str]:
    location, gazetteer = turn.profile.location, turn.advice.gazetteer
    found = gazetteer.resolve(location.city, location.state, location.zip)
    if found is None or not found.state:
        return
    called = gazetteer.named(found.within or found.name, found.state)
    city = next((place for place in called if place.kind == "city"), None)
    large = city is not None and city.population >= SMALLEST_PLACE
    yield f"place/{found.state}/{city.name}" if city and large else f"place/{found.state}"
