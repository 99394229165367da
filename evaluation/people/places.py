"""The places invented people live in, read from places.yml. It knows no other place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("places.yml")


@dataclass(frozen=True)
class Place:
    """Where somebody lives."""

    city: str
    state: str  # two capital letters
    zip: str
    region: str  # northeast, midwest, south, west
    point: tuple[float, float]  # latitude, longitude in degrees


@cache
def places() -> tuple[Place, ...]:
    """Read all places, in the order of the file."""
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Place(one["city"], one["state"], one["zip"], region, (one["lat"], one["lon"]))
        for region, listed in written.items()
        for one in listed
    )
