"""Places as matching sees them: where a person is, how far a door is, whom an area takes in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from matching.profile import Location
from matching.program import ServiceArea, Site
from matching.requirements import Finding, Status, any_of

EARTH_RADIUS_MILES = 3958.8  # mean radius; Source: IUGG, 6,371.0 km
NEARBY_MILES = 30.0  # close enough to a served city that only the program can say

Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True)
class Whereabouts:
    """Where a person is, as far as it could be resolved."""

    city: str | None = None
    county: str | None = None
    state: str | None = None  # two capital letters
    lat: float | None = None
    lon: float | None = None

    @property
    def point(self) -> Point | None:
        """The spot on the map, when there is one."""
        if self.lat is None or self.lon is None:
            return None
        return self.lat, self.lon


NOWHERE = Whereabouts()


def whereabouts_said(location: Location) -> Whereabouts:
    """Take a place at its word, unresolved."""
    return Whereabouts(city=location.city, state=location.state)


def miles(start: Point, end: Point) -> float:
    """Measure the great-circle distance."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*start, *end))
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(min(1.0, half)))


def nearest(where: Whereabouts, sites: Iterable[Site]) -> tuple[float, Site] | None:
    """Find the closest door and its distance in miles; None when either end is unknown."""
    point = where.point
    if point is None:
        return None
    known = [
        (miles(point, (site.lat, site.lon)), site)
        for site in sites
        if site.lat is not None and site.lon is not None
    ]
    return min(known, key=lambda pair: pair[0], default=None)


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """Compare place names without case, accents, dots and the word county."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = re.sub(r"[^\w\s]", " ", bare)
    words = ["saint" if word == "st" else word for word in bare.split()]
    if len(words) > 1 and words[-1] in {"county", "parish", "borough"}:
        words.pop()
    return " ".join(words)


def split_listed(listed: str) -> tuple[str, str]:
    """Take a listed "Name, XX" apart into a name to compare by and a state."""
    name, _, state = listed.rpartition(",")
    return plain_name(name), state.strip().upper()


def within_states(where: Whereabouts, states: Iterable[str]) -> Status:
    """Say whether the person lives in one of the states."""
    if where.state is None:
        return Status.UNKNOWN
    return Status.MET if where.state in set(states) else Status.NOT_MET


def within_named(own: str | None, state: str | None, listed: Iterable[str]) -> Status:
    """Say whether `own`, a city or county name, is among the listed "Name, XX"."""
    pairs = [split_listed(entry) for entry in listed]
    if state is None:
        return Status.UNKNOWN if pairs else Status.NOT_MET
    names = {name for name, listed_state in pairs if listed_state == state}
    if not names:
        return Status.NOT_MET
    if own is None:
        return Status.UNKNOWN
    return Status.MET if plain_name(own) in names else Status.NOT_MET


def lives_in(where: Whereabouts, area: ServiceArea) -> Status:
    """Say whether the person lives in any of the listed places."""
    statuses = []
    if area.states:
        statuses.append(within_states(where, area.states))
    if area.counties:
        statuses.append(within_named(where.county, where.state, area.counties))
    if area.cities:
        statuses.append(within_named(where.city, where.state, area.cities))
    return any_of(statuses)


def served(where: Whereabouts, area: ServiceArea | None, sites: Iterable[Site]) -> Finding:
    """Say whether a program serves where the person lives.

    An area nobody stated is unknown, and so is a home just outside a served city or county.
    """
    if area is None or not (area.nationwide or area.states or area.counties or area.cities):
        return Finding(Status.UNKNOWN)
    if area.nationwide:
        return Finding(Status.MET)
    status = lives_in(where, area)
    if status is Status.NOT_MET and _just_outside(where, area, tuple(sites)):
        status = Status.UNKNOWN
    # Past its own fields nothing a person says of their place can settle "just outside".
    asks = "location" if status is not Status.UNKNOWN or where.city is None else None
    return Finding(status, asks)


def _just_outside(where: Whereabouts, area: ServiceArea, sites: tuple[Site, ...]) -> bool:
    if not area.cities and not area.counties:
        return False
    closest = nearest(where, sites)
    if closest is not None:
        return closest[0] <= NEARBY_MILES
    listed = (*area.cities, *area.counties)
    return any(split_listed(entry)[1] == where.state for entry in listed)
