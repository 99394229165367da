"""From what a person said of a place to the point on the map that matching measures from."""

from __future__ import annotations

from matching.profile import Location
from matching.profile_json import ProfileProblem
from matching.where import Whereabouts
from places.gazetteer import Gazetteer
from places.place import ONE_PLACE_MILES, miles_between


def require_one_place(location: Location, gazetteer: Gazetteer) -> None:
    """Refuse a ZIP code and a city that are far apart. Raises `ProfileProblem`."""
    if location.zip is None or location.city is None:
        return
    by_zip = gazetteer.by_zip(location.zip)
    by_name = gazetteer.resolve(location.city, location.state, None)
    if by_zip and by_name and miles_between(by_zip, by_name) > ONE_PLACE_MILES:
        lies = f"“{location.zip}” lies in {by_zip.name}, {by_zip.state}"
        message = f"{lies}, not in {by_name.name}, {by_name.state}: use the one that is right"
        raise ProfileProblem("location.zip", message)


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
