"""A misspelled place after a cue, before a state, or as an answer. Never a word of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from places.cues import Cue
from places.gazetteer import Gazetteer, is_certain
from places.judging import BIG, SMALL, Spot
from places.naming import key_of
from places.place import Place
from places.scene import Scene
from places.suffixes import Suffixes
from places.words import Words

LARGE = 50_000  # people; behind a plain "in" only a town this large is meant
LONGEST = 3  # words
SHORTEST = 5  # letters of the first word; "st" and "la" are too short to begin a search


@dataclass(frozen=True)
class Misspelled:
    gazetteer: Gazetteer
    words: Words
    suffixes: Suffixes

    def at(self, scene: Scene, at: int, cue: Cue | None) -> Spot | None:
        """Return the place a word, or two or three, nearly name."""
        for end, written in self._written(scene, at):
            spot = self._before_state(scene, at, end, written)
            if spot is None and (cue is not None or scene.is_answer(at, end)):
                spot = self._alone(at, end, written, cue)
            if spot is not None:
                return spot
        return None

    def may_be(self, word: str) -> bool:
        """Tell whether a word can be a misspelled name, by its look alone."""
        if len(word) < SHORTEST or not word.isalpha():
            return False
        return not self._has_meaning(word) and not self.gazetteer.knows(word)

    def _has_meaning(self, key: str) -> bool:
        words = self.words
        return key in words.everyday or key in words.never or key in words.abroad

    def _written(self, scene: Scene, at: int) -> Iterator[tuple[int, str]]:
        """Yield what may be the name: the word, then the word and those behind it."""
        for count in range(1, LONGEST + 1):
            key = scene.key(at, count)
            if key is None or (count > 1 and not self._goes_on(scene.tokens[at + count - 1].full)):
                return
            yield at + count, key

    def _goes_on(self, word: str) -> bool:
        return word.isalpha() and len(word) > 2 and word not in self.words.function_words

    def _before_state(self, scene: Scene, at: int, end: int, written: str) -> Spot | None:
        named = self.suffixes.state_after(scene, end, lambda code: True)
        if named is None or scene.tokens[end].word in self.words.codes_to_doubt:
            return None
        if scene.spanish and scene.tokens[end].word in self.words.everyday:  # "guarden mi correo"
            return None
        found, _ = self.gazetteer.closest_name(written, named[0])
        return Spot(at, named[1], tuple(found[:1]), True) if found else None

    def _alone(self, at: int, end: int, written: str, cue: Cue | None) -> Spot | None:
        found, _ = self.gazetteer.closest_name(written)
        if not found or self._has_meaning(key_of(found[0].name)):
            return None
        if found[0].population < (LARGE if cue is None or cue.is_plain else SMALL):
            return None
        return Spot(at, end, tuple(found), self._is_plain_to_see(found))

    def _is_plain_to_see(self, found: list[Place]) -> bool:
        return is_certain(found) and found[0].population >= BIG
