"""Names to places, ZIPs to places, typos to names. Judges what is certain; reads no sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from places.closest import ClosestNames
from places.lexicon import Lexicon, Nickname, Region
from places.naming import key_of
from places.place import Kind, Place, miles_between
from places.table import COMPILED, Table

# So many times the people of the next place of the name, and no one asks; fewer times are enough
# where the next place is a town (of up to so many people) that few would mean.
KNOWN = 15_000  # people of a city that may stand for its name without being ten times the next
DOMINANCE = ((10.0, None), (5.0, 50_000), (2.5, 35_000), (2.0, 25_000))
SAME_NEIGHBORHOOD_MILES = 6.0


class Gazetteer:
    """All places by name. Read only; safe to share between threads."""

    def __init__(self, table: Table, lexicon: Lexicon) -> None:
        self._table = table
        self._lexicon = lexicon
        self._states = {place.state: place for place in table.states()}
        self._state_keys = self._keys_of_states()
        self._neighborhoods = self._neighborhoods_by_key()
        self._members: dict[str, tuple[Place, ...]] = {}
        self._regions = self._regions_by_key()
        self.cued = self._cued_keys()  # keys that need a cue or a question before them, and how
        self._nicknames = self._nicknames_by_key()
        # A text names few places, and often the same ones.
        self._placed = lru_cache(maxsize=1024)(self._own_and_listed)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Return the gazetteer of a compiled table, read once in a process."""
        return _opened(path or COMPILED)

    def by_zip(self, code: str) -> Place | None:
        """Return the place of a ZIP ("53206" or "53206-1234"), or None."""
        return self._table.by_zip(code[:5])

    def named(self, name: str, state: str | None = None) -> list[Place]:
        """Return the cities, neighborhoods, counties and regions of a name, best first.

        Nicknames count as names. `state` is a postal code.
        """
        return self.with_key(key_of(name), state)

    def with_key(self, key: str, state: str | None = None) -> list[Place]:
        """Return the places of a key, as `named` does for a name."""
        called = dict.fromkeys([*self._regions.get(key, ()), *self._nicknames.get(key, ())])
        return _in_state(called, state) or _in_state(self._placed(key), state)

    def state_with_key(self, key: str) -> Place | None:
        """Return the state a key names, by code, name or abbreviation."""
        code = self._state_keys.get(key)
        return self._states[code] if code else None

    def state_of(self, word: str) -> str | None:
        """Return the postal code of a state, however it is written, or None."""
        key = key_of(word)
        return self._state_keys.get(key) or self._state_keys.get(key.replace(" ", ""))

    def state(self, code: str) -> Place | None:
        """Return a state by its postal code."""
        return self._states.get(code)

    def closest_name(
        self, name: str, state: str | None = None, *, another: bool = False
    ) -> tuple[list[Place], float]:
        """Return the places of the nearest name, and how near it is: 88 to 100, or none and 0."""
        keys, score = self._closest.to(key_of(name), another=another)
        found = [place for key in keys for place in self.with_key(key, state)]
        ordered = sorted(set(found), key=_best_first)
        return (ordered, score) if ordered else ([], 0.0)

    def resolve(self, city: str | None, state: str | None, zip: str | None) -> Place | None:
        """Return the one place a profile's location means, or None when it cannot be told."""
        code = self.state_of(state) if state else None
        if zip and (at_zip := self.by_zip(zip)):
            return at_zip
        if not city:
            return self._states.get(code) if code else None
        found = self.named(city, code) or self.closest_name(city, code)[0]
        return found[0] if found and (code or is_certain(found)) else None

    def members(self, place: Place) -> tuple[Place, ...]:
        """Return the counties, cities or states of a region; nothing for other places."""
        return self._members.get(place.name, ()) if place.kind == "region" else ()

    def knows(self, key: str) -> bool:
        """Tell whether a key names a city, a county, a region or a neighborhood."""
        return (
            key in self._table.names
            or key in self._nicknames
            or key in self._regions
            or key in self._neighborhoods
        )

    def is_nickname(self, key: str) -> bool:
        """Tell whether the vocabulary says what a key means."""
        return key in self._nicknames or key in self._regions

    @cached_property
    def longer_names(self) -> dict[str, int]:
        """The first words of names of several words, with the longest such name, in words."""
        longest: dict[str, int] = {}
        known = (self._table.names, self._nicknames, self._regions, self._neighborhoods)
        for key in (key for keys in (*known, self._state_keys) for key in keys):
            first, _, rest = key.partition(" ")
            if rest:
                longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
        return longest

    @cached_property
    def _closest(self) -> ClosestNames:
        return ClosestNames({*self._table.names, *self._nicknames, *self._regions})

    def _own_and_listed(self, key: str) -> list[Place]:
        """Return the vocabulary's neighborhoods and the table's places, each place once."""
        own = self._neighborhoods.get(key, [])
        if not own:
            return self._table.named(key)
        listed = [place for place in self._table.named(key) if not _stands_for(own, place)]
        return sorted([*own, *listed], key=_best_first)

    def _keys_of_states(self) -> dict[str, str]:
        keys = {key: code for code, words in self._lexicon.states.items() for key in words}
        keys |= {key_of(place.name): code for code, place in self._states.items()}
        return keys | {code.lower(): code for code in self._states}

    def _neighborhoods_by_key(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for row in self._lexicon.neighborhoods:
            city, _, state = row.city.partition(", ")
            points = self._zip_places(row.zips)
            place = _middle_of(row.name, state, points, "neighborhood")
            listed = _in_state(self._table.named(key_of(row.name)), state)
            people = max((each.population for each in listed if _near(each, place)), default=0)
            place = Place(
                row.name, state, points[0].county, place.lat, place.lon, people,
                "neighborhood", None, city,
            )  # fmt: skip
            for key in set(row.keys):
                found.setdefault(key, []).append(place)
        return found

    def _regions_by_key(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = {}
        for row in self._lexicon.regions:
            members = tuple(place for name in row.covers for place in self._meant(name)[:1])
            self._members[row.name] = members
            points = self._zip_places(row.zips) or members
            states = {place.state for place in members}
            state = states.pop() if len(states) == 1 else ""
            place = _middle_of(row.name, state, points, "region")
            found |= {key: (place,) for key in row.keys}
        return found

    def _nicknames_by_key(self) -> dict[str, tuple[Place, ...]]:
        found = {}
        for row in self._lexicon.nicknames:
            places = tuple(place for meant in row.means for place in self._meant(meant)[:1])
            found.update({key: places for key in row.keys})
        return found

    def _cued_keys(self) -> dict[str, str]:
        rows: list[Nickname | Region] = [*self._lexicon.nicknames, *self._lexicon.regions]
        return {key: row.cued for row in rows if row.cued for key in row.keys}

    def _meant(self, written: str) -> Sequence[Place]:
        """Return what a vocabulary file means by "City, ST", a state code or a region's name."""
        if written in self._states:
            return (self._states[written],)
        name, _, state = written.rpartition(", ")
        if name:
            return _in_state(self._table.named(key_of(name)), state)
        return self._regions.get(key_of(written), ())

    def _zip_places(self, zips: Iterable[str]) -> list[Place]:
        return [place for code in zips if (place := self._table.by_zip(code))]


@lru_cache(maxsize=4)
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(Table.read(path), Lexicon.read())


def is_certain(candidates: Sequence[Place]) -> bool:
    """Tell whether the first of several places is so much larger that no one need ask."""
    if len(candidates) < 2:
        return bool(candidates)
    largest, following = candidates[0].population, max(p.population for p in candidates[1:])
    return any(
        largest >= times * max(following, 1) and (most is None or following <= most)
        for times, most in DOMINANCE
        if most is None or largest >= KNOWN
    )


def _best_first(place: Place) -> tuple[bool, int, str, str]:
    return (place.kind == "neighborhood", -place.population, place.state, place.county or "")


def _in_state(places: Iterable[Place], state: str | None) -> list[Place]:
    return [place for place in places if state in (None, place.state)]


def _stands_for(own: Iterable[Place], listed: Place) -> bool:
    """Tell whether the vocabulary describes a place the table also has."""
    return any(listed.state == place.state and _near(listed, place) for place in own)


def _near(a: Place, b: Place) -> bool:
    return miles_between(a, b) <= SAME_NEIGHBORHOOD_MILES


def _middle_of(name: str, state: str, points: Sequence[Place], kind: Kind) -> Place:
    lat = sum(place.lat for place in points) / len(points)
    lon = sum(place.lon for place in points) / len(points)
    return Place(name, state, None, lat, lon, sum(p.population for p in points), kind)
