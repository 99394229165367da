"""From a place as typed to one place, to a few to choose from, or to what to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from matching.profile import Location
from matching.where import Whereabouts
from places.finding import find_places
from places.gazetteer import Gazetteer
from places.place import Place
from understanding.fields.location import location_of

MOST_GUESSES = 3


@dataclass(frozen=True)
class Choice:
    """A place one may have meant: how it is named, and what to type for just that one."""

    label: str
    typed: str


@dataclass(frozen=True)
class Spot:
    """The one place that is meant."""

    label: str  # "Milwaukee, WI", or a state's code
    location: Location
    is_state: bool


@dataclass(frozen=True)
class Asked:
    """What came of a place. No spot: `choices` are to pick from, `guesses` a near spelling."""

    spot: Spot | None = None
    choices: tuple[Choice, ...] = ()
    guesses: tuple[Choice, ...] = ()


def place_asked(typed: str, language: str, gazetteer: Gazetteer) -> Asked:
    """Read a ZIP code, "City, ST", a state, or what people call their city. Never guesses."""
    return _read(typed, language, gazetteer) if typed else Asked()


def spot_of(location: Location) -> Spot | None:
    """Take a place that is known already; one without a name is none."""
    if not (location.city or location.state or location.zip):
        return None
    is_state = not (location.city or location.zip)
    named = ", ".join(filter(None, (location.city, location.state)))
    label = (location.state if is_state else named) or location.zip or ""
    return Spot(label, location, is_state)


def measured_from(where: Whereabouts, spot: Spot) -> Whereabouts:
    """Return where to measure from: the middle of a state is nobody's home."""
    return replace(where, city=None, lat=None, lon=None) if spot.is_state else where


@lru_cache(maxsize=1024)
def _read(typed: str, language: str, gazetteer: Gazetteer) -> Asked:
    mentions = find_places(typed, asked=True, language=language, gazetteer=gazetteer)
    if not mentions:
        return Asked(guesses=_choices(gazetteer.closest_name(typed)[0])[:MOST_GUESSES])
    mention = next((one for one in mentions if one.certain), mentions[0])
    if not mention.certain:
        return Asked(choices=_choices(mention.candidates))
    place = mention.candidates[0]
    if not place.state:  # a region of several states: which of them is for the person to say
        return Asked(choices=_choices(gazetteer.members(place)))
    return Asked(spot_of(Location(**location_of(place))))


def _choices(places: Iterable[Place]) -> tuple[Choice, ...]:
    """Offer each place once. Of two towns of one name in one state, typing finds the larger."""
    return tuple(dict.fromkeys(_choice(place) for place in places if place.state))


def _choice(place: Place) -> Choice:
    if place.kind == "state":
        return Choice(place.name, place.state)
    named = f"{place.name}, {place.state}"
    return Choice(f"{named} ({place.within})" if place.within else named, named)
