"""Finds the places a text speaks of, in English and Spanish. Never guesses between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from places.cues import CueBook
from places.gazetteer import Gazetteer, is_certain
from places.judging import Judge, Spot
from places.misspelled import Misspelled
from places.naming import DIRECTIONS, key_of
from places.place import Place
from places.scene import Scene
from places.suffixes import Suffixes, zip_at
from places.words import Words

MOST_CANDIDATES = 5
LINKS = {"in", "of", "en", "de"}  # "austin in chicago"
METROPOLIS, HAMLET = 500_000, 5_000  # people
LONGEST_ABROAD = 4  # words
COUNTY_OF = ("condado", "de")


@dataclass(frozen=True)
class Mention:
    """A place named in a text."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]  # best first; one when certain, else at most five
    certain: bool  # the first candidate is the one that is meant
    cue: str | None  # lives, near, moving_to, from, works, other_person


def find_places(
    text: str, *, asked: bool = False, language: str = "en", gazetteer: Gazetteer | None = None
) -> list[Mention]:
    """Return the places named in a text, in order, with their spans.

    `asked` says that the person was asked where they live: then a bare name is enough.
    """
    finder = _finder(gazetteer or Gazetteer.open())
    return finder.find(Scene(text, asked, language.startswith("es")))


@lru_cache(maxsize=2)
def _finder(gazetteer: Gazetteer) -> Finder:
    words, cues = Words.read(), CueBook.read()
    suffixes = Suffixes(gazetteer, words)
    misspelled = Misspelled(gazetteer, words, suffixes)
    return Finder(gazetteer, cues, Judge(gazetteer, words, cues), suffixes, misspelled)


@dataclass(frozen=True)
class Finder:
    gazetteer: Gazetteer
    cues: CueBook
    judge: Judge
    suffixes: Suffixes
    misspelled: Misspelled

    def find(self, scene: Scene) -> list[Mention]:
        """Walk through the words, taking the longest place at each."""
        found = []
        at = 0
        while at < len(scene.tokens):
            if abroad := self._abroad(scene, at):
                at = abroad
                continue
            spot = self._zip(scene, at) or self._named(scene, at) or self._almost(scene, at)
            if spot is not None:
                found.append(self._mention(scene, spot))
            at = spot.end if spot else at + 1
        return found

    def _abroad(self, scene: Scene, at: int) -> int | None:
        """Return where a name of several words of a place abroad ends: "santo domingo"."""
        for count in range(LONGEST_ABROAD, 1, -1):
            key = scene.key(at, count)
            if key and key in self.judge.words.abroad:
                named = self.suffixes.state_after(scene, at + count, lambda code: True)
                return None if named else at + count
        return None

    def _zip(self, scene: Scene, at: int) -> Spot | None:
        found = zip_at(self.gazetteer, scene, at)
        if found is None or not self.judge.is_zip(scene, at, found[1]):
            return None
        return Spot(at, found[1], (found[0],), True, self._cue(scene, at))

    def _named(self, scene: Scene, at: int) -> Spot | None:
        for count, key in self._keys(scene, at):
            spot = self._with_state(scene, at, at + count, key)
            spot = spot or self._part_of_city(scene, at, at + count, key)
            spot = spot or self._bare(scene, at, at + count, key)
            if spot is not None:
                return spot
        return self._spanish_county(scene, at)

    def _keys(self, scene: Scene, at: int) -> Iterator[tuple[int, str]]:
        """Yield the names that begin at a word, longest first."""
        token = scene.tokens[at]
        first = DIRECTIONS.get(token.word, token.full)
        for count in range(self.gazetteer.longer_names.get(first, 1), 0, -1):
            key = scene.key(at, count)
            if key is None:
                continue
            owner = scene.tokens[at + count - 1].owner.word
            whole = scene.tokens[at + count - 1].full
            if self._is_name(key):
                yield count, key
            elif owner != whole and self._is_name(key[: -len(whole)] + owner):
                yield count, key[: -len(whole)] + owner

    def _is_name(self, key: str) -> bool:
        return self.gazetteer.knows(key) or self.gazetteer.state_with_key(key) is not None

    def _with_state(self, scene: Scene, at: int, end: int, key: str) -> Spot | None:
        """Return a city with its state behind it, and with its ZIP."""
        named = self.suffixes.state_after(
            scene, end, lambda code: bool(self.gazetteer.with_key(key, code))
        )
        if named is None or self.judge.is_common_before_state(scene, end, key):
            return self._with_zip(scene, at, end, key) or self._nearly(scene, at, end, key)
        state, after = named
        places = self.gazetteer.with_key(key, state)
        if zipped := self.suffixes.zip_after(scene, after, state):
            return Spot(at, zipped[1], (zipped[0],), True, self._cue(scene, at))
        return Spot(at, after, tuple(places[:1]), True, self._cue(scene, at))

    def _nearly(self, scene: Scene, at: int, end: int, key: str) -> Spot | None:
        """Return "buffalo" for "bufalo ny": a hamlet, but of another state than the one told."""
        named = self.suffixes.state_after(scene, end, lambda code: True)
        known = self.gazetteer.with_key(key)
        if named is None or not known or scene.tokens[end].word in self.judge.words.codes_to_doubt:
            return None
        if any(place.state == named[0] or place.population >= HAMLET for place in known):
            return None
        found, _ = self.gazetteer.closest_name(key, named[0], another=True)
        return Spot(at, named[1], tuple(found[:1]), True, self._cue(scene, at)) if found else None

    def _with_zip(self, scene: Scene, at: int, end: int, key: str) -> Spot | None:
        for place in self.gazetteer.with_key(key) if self._digits_follow(scene, end) else ():
            if zipped := self.suffixes.zip_after(scene, end, place.state):
                return Spot(at, zipped[1], (zipped[0],), True, self._cue(scene, at))
        return None

    def _digits_follow(self, scene: Scene, end: int) -> bool:
        return end < len(scene.tokens) and scene.tokens[end].text.isdigit()

    def _part_of_city(self, scene: Scene, at: int, end: int, key: str) -> Spot | None:
        """Return a neighborhood with its city behind it: "austin, chicago"."""
        parts = self.gazetteer.with_key(key)
        if not parts or end >= len(scene.tokens) or scene.tokens[end].follows_stop:
            return None
        start = end + 1 if scene.tokens[end].word in LINKS else end
        if start >= len(scene.tokens):
            return None
        for count, city_key in self._keys(scene, start):
            cities = self.gazetteer.with_key(city_key)
            inside = [part for part in parts if any(is_part(part, city) for city in cities)]
            if inside:
                after = self._after_state(scene, start + count, inside[0].state)
                return Spot(at, after, tuple(inside[:1]), True, self._cue(scene, at))
        return None

    def _after_state(self, scene: Scene, end: int, state: str) -> int:
        named = self.suffixes.state_after(scene, end, lambda code: code == state)
        return named[1] if named else end

    def _bare(self, scene: Scene, at: int, end: int, key: str) -> Spot | None:
        """Return a name that stands alone, when it counts as a place here."""
        cue = self.cues.before(scene.tokens, at, scene.spanish)
        state = None if self.gazetteer.is_nickname(key) else self.gazetteer.state_with_key(key)
        if state and self.judge.is_state(scene, at, end, cue):
            zipped = self.suffixes.zip_after(scene, end, state.state)
            place, end = zipped if zipped else (state, end)
            return Spot(at, end, (place,), True, self._cue(scene, at))
        places = self.gazetteer.with_key(key)
        if not places or not self.judge.counts(scene, Spot(at, end, tuple(places)), key, cue):
            return None
        if self.cues.is_neighborhood(scene.tokens, end):
            places = [place for place in places if place.kind == "neighborhood"] or places
        return self._spot(scene, at, end, places)

    def _spot(self, scene: Scene, at: int, end: int, places: list[Place]) -> Spot:
        places = self._of_metropolis(places) or places
        return Spot(at, end, tuple(places), is_certain(places), self._cue(scene, at))

    def _of_metropolis(self, places: list[Place]) -> list[Place]:
        """Return the part of a great city that a hamlet of its state shares its name with."""
        parts = [place for place in places if place.kind == "neighborhood"]
        others = [place for place in places if place.kind != "neighborhood"]
        if len(parts) != 1 or not others:
            return []
        cities = self.gazetteer.with_key(key_of(parts[0].within or ""), parts[0].state)
        great = any(city.population >= METROPOLIS for city in cities)
        small = all(o.state == parts[0].state and o.population < HAMLET for o in others)
        return parts if great and small else []

    def _spanish_county(self, scene: Scene, at: int) -> Spot | None:
        """Return "condado de Cook"."""
        words = scene.tokens[at : at + 3]
        if len(words) < 3 or (words[0].word, words[1].word) != COUNTY_OF:
            return None
        for count in (3, 2, 1):
            key = scene.key(at + 2, count)
            places = self.gazetteer.with_key(f"{key} county") if key else []
            if key and places:
                county = f"{key} county"
                stated = self._with_state(scene, at, at + 2 + count, county)
                return stated or self._spot(scene, at, at + 2 + count, places)
        return None

    def _almost(self, scene: Scene, at: int) -> Spot | None:
        if not self.misspelled.may_be(scene.tokens[at].full):
            return None
        found = self.misspelled.at(scene, at, self.cues.before(scene.tokens, at, scene.spanish))
        if found is None or self.cues.is_street(scene.tokens, found.end):
            return None
        return replace(found, cue=self._cue(scene, at))

    def _cue(self, scene: Scene, at: int) -> str | None:
        cue = self.cues.before(scene.tokens, at, scene.spanish)
        return self.cues.kind_of(scene.tokens, cue) if cue else None

    def _mention(self, scene: Scene, spot: Spot) -> Mention:
        start, end = scene.tokens[spot.start].start, self._end(scene, spot)
        shown = spot.places[:1] if spot.certain else _largest(spot.places)
        return Mention(start, end, scene.text[start:end], shown, spot.certain, spot.cue)

    def _end(self, scene: Scene, spot: Spot) -> int:
        """Return where a place ends, without the "'s" that is not part of its name."""
        last = scene.tokens[spot.end - 1]
        key = scene.key(spot.start, spot.end - spot.start)
        return last.end if key and self._is_name(key) else last.owner.end


def is_part(part: Place, city: Place) -> bool:
    """Tell whether a place lies in a city, or in a borough, which is a county of its own."""
    if part.state != city.state or part == city:
        return False
    borough = city.within is not None and city.kind == "city"
    return part.within == city.name or (borough and part.county == city.county)


def _largest(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the five largest, in the order they came."""
    kept = sorted(places, key=lambda place: -place.population)[:MOST_CANDIDATES]
    return tuple(place for place in places if place in kept)
