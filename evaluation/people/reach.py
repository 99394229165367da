"""Whether a home is surely outside the places a program serves. It knows nothing of matching."""

from __future__ import annotations

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from evaluation.people.places import Place

Json = Mapping[str, Any]
Point = tuple[float, float]  # latitude, longitude in degrees
OUT_OF_REACH_MILES = 60.0  # twice what anyone calls close by
EARTH_MILES = 3958.8  # mean radius


def is_outside(home: Place, record: Json) -> bool:
    """Say whether the program surely serves other places only."""
    area = record["serves"]
    if area is None or area["nationwide"] or may_be_in(home, area):
        return False
    if area["counties"] or area["cities"]:
        return _is_far(home, record)
    return bool(area["states"])


def may_be_in(home: Place, area: Json) -> bool:
    """Say whether a home lies in an area, or may: of a county only its state is compared."""
    if home.state in area.get("states", ()):
        return True
    if any(county.endswith(f", {home.state}") for county in area.get("counties", ())):
        return True
    return f"{home.city}, {home.state}" in area.get("cities", ())


def listed(area: Json) -> str:
    """Name the places served."""
    return "; ".join([*area["states"], *area["counties"], *area["cities"]])


def _is_far(home: Place, record: Json) -> bool:
    """Say whether a home is too far from every door, or of another state where none is known."""
    doors = [(one["lat"], one["lon"]) for one in record["sites"] if one["lat"] is not None]
    if doors:
        return min(miles(home.point, door) for door in doors) > OUT_OF_REACH_MILES
    return f", {home.state}" not in listed(record["serves"])


def miles(start: Point, end: Point) -> float:
    """Measure the great-circle distance."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*start, *end))
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(half))
