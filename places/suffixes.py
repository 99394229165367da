"""What stands behind a city: its state, its ZIP. Judges when "or" is Oregon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from places.gazetteer import Gazetteer
from places.place import Place
from places.scene import Scene
from places.tokens import Token, loosely_joined
from places.words import Words

LONGEST_STATE = 4  # words
LINKS = {"in", "en", "of", "de"}  # "springfield in illinois"


@dataclass(frozen=True)
class Suffixes:
    gazetteer: Gazetteer
    words: Words

    def state_after(
        self, scene: Scene, end: int, fits: Callable[[str], bool]
    ) -> tuple[str, int] | None:
        """Return the state named right behind a city, and where it ends.

        `fits` tells whether there is such a city in a state.
        """
        found = self._state_at(scene, end, fits)
        if found is None and end < len(scene.tokens) and scene.tokens[end].word in LINKS:
            linked = self._state_at(scene, end + 1, fits)
            found = linked if linked and self._is_written_out(scene, end + 1, linked[1]) else None
        return found

    def _state_at(
        self, scene: Scene, start: int, fits: Callable[[str], bool]
    ) -> tuple[str, int] | None:
        if start >= len(scene.tokens) or not loosely_joined(scene.tokens[start]):
            return None
        for count in range(LONGEST_STATE, 0, -1):
            key = scene.key(start, count)
            state = self.gazetteer.state_with_key(key) if key else None
            if state and fits(state.state) and self._is_meant(scene, start, start + count):
                return state.state, start + count
        return None

    def _is_written_out(self, scene: Scene, start: int, end: int) -> bool:
        return end - start > 1 or len(scene.tokens[start].word) > 3

    def _is_meant(self, scene: Scene, start: int, end: int) -> bool:
        """Tell whether a word behind a city is its state, and not just a word."""
        token = scene.tokens[start]
        if end - start > 1 or token.word not in self.words.codes_to_doubt:
            return True
        if token.is_capitals and not scene.is_shouted:
            return True
        return self._may_end(scene, token, end)

    def _may_end(self, scene: Scene, token: Token, end: int) -> bool:
        if scene.ends_thought(end):
            return True
        following = scene.tokens[end].word
        if following in self.words.not_new_after.get(token.word, ()):
            return False
        return following in self.words.new_thought or following.isdigit()

    def zip_after(self, scene: Scene, end: int, state: str) -> tuple[Place, int] | None:
        """Return the ZIP right behind a city or a state, when it lies in that state."""
        if end >= len(scene.tokens) or not loosely_joined(scene.tokens[end]):
            return None
        found = zip_at(self.gazetteer, scene, end)
        return found if found and found[0].state == state else None


def zip_at(gazetteer: Gazetteer, scene: Scene, at: int) -> tuple[Place, int] | None:
    """Return the ZIP a word is, with its four more digits, and where it ends."""
    code = scene.tokens[at].text
    if len(code) != 5 or not (code.isascii() and code.isdigit()):
        return None
    place = gazetteer.by_zip(code)
    if place is None:
        return None
    following = scene.tokens[at + 1] if at + 1 < len(scene.tokens) else None
    is_long = following is not None and following.gap == "-" and following.text.isdigit()
    if following is not None and is_long:
        return (place, at + 2) if len(following.text) == 4 else None
    return place, at + 1
