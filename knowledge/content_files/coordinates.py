"""Where a site stands on the map, asked of the table of places. It keeps none itself."""

from __future__ import annotations

from typing import Protocol

from knowledge.content_files.program_shape import SiteShape
from matching.program import Site
from places.gazetteer import Gazetteer


class Locator(Protocol):
    """Finds the middle of a ZIP or city."""

    def __call__(self, city: str, state: str, zip_code: str | None) -> tuple[float, float] | None:
        """Return latitude and longitude, or None for a place it does not know."""


def site_from(written: SiteShape, locate: Locator | None) -> Site:
    """Fill in where a site is, unless the file says so itself."""
    lat, lon = written.lat, written.lon
    if (lat is None or lon is None) and locate is not None:
        found = locate(written.city, written.state, written.zip)
        lat, lon = found if found else (None, None)
    return Site(written.city, written.state, written.zip, written.address, lat, lon)


def locator(opened: Gazetteer | None = None) -> Locator:
    """Return a locator that asks the compiled table of places."""
    gazetteer = opened or Gazetteer.open()

    def locate(city: str, state: str, zip_code: str | None) -> tuple[float, float] | None:
        place = gazetteer.resolve(city, state, zip_code)
        return (place.lat, place.lon) if place else None

    return locate
