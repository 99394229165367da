"""From what a person said of a place to the point on the map that matching measures from."""

from __future__ import annotations

import locales
from matching.profile import Location
from matching.profile_json import ProfileProblem
from matching.where import Whereabouts
from places.gazetteer import Gazetteer
from places.place import ONE_PLACE_MILES, Place, miles_between


def require_one_place(location: Location, gazetteer: Gazetteer) -> None:
    """Refuse a ZIP code and a city that are far apart. Raises `ProfileProblem`."""
    if location.zip is None or location.city is None:
        return
    by_zip = gazetteer.by_zip(location.zip)
    by_name = gazetteer.resolve(location.city, location.state, None)
    if by_zip and by_name and miles_between(by_zip, by_name) > ONE_PLACE_MILES:
        params = {"place": _said(by_zip), "other": _said(by_name)}
        raise ProfileProblem("location.zip", "misfit.elsewhere", value=location.zip, **params)


def _said(place: Place) -> str:
    return f"{place.name}, {place.state}"


def told(problem: ProfileProblem, language: str) -> str:
    """Say in a language which field cannot be so, and what would fit."""
    return f"{problem.path}: {locales.say(problem.code, language, problem.params)}"


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
