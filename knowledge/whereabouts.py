"""From what a person said of a place to the point on the map that matching measures from."""

from __future__ import annotations

from matching.profile import Location
from matching.where import Whereabouts
from places.gazetteer import Gazetteer


def whereabouts(location: Location, gazetteer: Gazetteer) -> Whereabouts:
    """Resolve a place; what cannot be resolved stays unknown, what was said stays said."""
    place = gazetteer.resolve(location.city, location.state, location.zip)
    if place is None:
        return Whereabouts(city=location.city, state=location.state)
    return Whereabouts(
        city=location.city or place.name,
        county=place.county,
        state=location.state or place.state,
        lat=place.lat,
        lon=place.lon,
    )
