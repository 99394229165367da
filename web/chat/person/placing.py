"""Which place the page goes by: the one typed or picked, else the one the talk knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.profile import Location
from places.finding import find_places
from places.gazetteer import Gazetteer
from places.place import Place
from web.chat.person.asked import Asked

SEPARATOR = "|"


@dataclass(frozen=True)
class Placed:
    """The place the page goes by, and what came of one that was typed."""

    location: Location | None  # None: not known
    choices: tuple[Place, ...] = ()  # several places have the name that was typed
    refused: bool = False  # what was typed names no place
    former: Location | None = None  # what the page went by before

    @property
    def code(self) -> str:
        """The place as the form holds it; empty when there is none."""
        return _written(self.location) if self.location else ""


def placed(asked: Asked, known: Location, language: str, gazetteer: Gazetteer) -> Placed:
    """Find the place. A typed one that names nothing leaves the former one in force."""
    former = place_of(asked.chosen, gazetteer)
    if asked.does == "find":
        return replace(_found(asked, former, language, gazetteer), former=former)
    if former:
        return Placed(former, former=former)
    return _of_talk(known, language, gazetteer)


def _found(asked: Asked, former: Location | None, language: str, gazetteer: Gazetteer) -> Placed:
    picked = place_of(asked.pick, gazetteer)
    if picked:
        return Placed(picked)
    found = places_in(asked.place, language, gazetteer)
    if len(found) == 1:
        return Placed(location_of(found[0]))
    return Placed(former, found, not found)


def _of_talk(known: Location, language: str, gazetteer: Gazetteer) -> Placed:
    resolved = _resolved(known, gazetteer)
    if resolved or not known.city:
        return Placed(resolved)
    return Placed(None, places_in(known.city, language, gazetteer))


def _resolved(known: Location, gazetteer: Gazetteer) -> Location | None:
    place = gazetteer.resolve(known.city, known.state, known.zip)
    state = known.state or (place.state if place else None)
    return Location(known.city, state, known.zip) if state else None


def places_in(text: str, language: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places a text can mean: one when it is certain, none when it names none."""
    found = find_places(text, asked=True, language=language, gazetteer=gazetteer)
    places = found[0].candidates if found else ()
    return _apart([place for place in places if place.state])


def _apart(places: Sequence[Place]) -> tuple[Place, ...]:
    """Keep the first of those that look the same to a reader."""
    return tuple({code_of(place): place for place in reversed(places)}.values())[::-1]


def location_of(place: Place) -> Location:
    """Return a place as a profile holds it."""
    city = None if place.kind == "state" else place.name
    return Location(city, place.state, place.zip)


def code_of(place: Place) -> str:
    """Write a place down so that a button can hold it."""
    return _written(location_of(place))


def _written(location: Location) -> str:
    return SEPARATOR.join(part or "" for part in (location.city, location.state, location.zip))


def place_of(code: str, gazetteer: Gazetteer) -> Location | None:
    """Return the place a code stands for; None when it is no place."""
    parts = code.split(SEPARATOR)
    if len(parts) != 3:
        return None
    city, state, at_zip = (part or None for part in parts)
    if state is None or gazetteer.state(state) is None:
        return None
    place = gazetteer.resolve(city, state, at_zip)
    return Location(city, state, at_zip) if place and place.state == state else None
