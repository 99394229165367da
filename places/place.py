"""A place on the map and the distance between two. Knows no names but its own."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Literal

Kind = Literal["city", "neighborhood", "zip", "county", "state", "region"]

EARTH_RADIUS_MILES = 3958.8
ONE_PLACE_MILES = 60.0  # a ZIP code of a suburb may be said with the name of the city


@dataclass(frozen=True)
class Place:
    """Somewhere a person can live, with the county and state it lies in."""

    name: str
    state: str  # postal code; "" for a region that spans several states
    county: str | None  # with its "County", "Parish", "Municipio"; None for states and regions
    lat: float
    lon: float
    population: int  # 0: not known. Of counties, states and regions: their listed cities only
    kind: Kind
    zip: str | None = None
    within: str | None = None  # the city a neighborhood lies in


def miles_between(a: Place, b: Place) -> float:
    """Return the great-circle distance in miles."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half_lat = sin((lat_b - lat_a) / 2) ** 2
    half_lon = sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(half_lat + cos(lat_a) * cos(lat_b) * half_lon))
