"""Whether a name in a text is meant as a place. Knows words and cues; finds nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

from places.cues import Cue, CueBook
from places.gazetteer import Gazetteer
from places.place import Place
from places.scene import Scene
from places.words import Words

BIG = 100_000  # people; a city that a misspelling is surely meant for
NOTED = 15_000  # a city that counts by its name alone, when that is no other word
KNOWN = 20_000  # a town whose name is also a given name, after a plain "in"
MIDDLING = 15_000  # a town whose only sign is the capital that begins a sentence
TOWN = 5_000  # a town that is all that stands between two commas
SMALL = 1_000  # a town in small letters after a plain "in"
DIRECTIONS_ALONE = frozenset({"eastern", "western", "northern", "southern", "central", "rural"})
PLAIN_ENOUGH = {"de", "por", "in", "en", "from", "near", "around", "outside", "of", "downtown"}
BESIDE_A_NAME = {"at", "by", "with"}  # "at Boeing", "by Jordan"
NO_NAMES = {"la", "mil", "ac"}  # words of Spanish, with or without a capital
BESIDE_A_THING = {"near", "by"}  # kinds of cue that stand before things, too


@dataclass(frozen=True)
class Spot:
    """Words of a text, by index, and the places they name."""

    start: int
    end: int
    places: tuple[Place, ...]
    certain: bool = False
    cue: str | None = None

    @property
    def population(self) -> int:
        return max(place.population for place in self.places)


@dataclass(frozen=True)
class Judge:
    gazetteer: Gazetteer
    words: Words
    cues: CueBook

    def is_zip(self, scene: Scene, at: int, end: int) -> bool:
        """Tell whether five digits that are a ZIP are not money, a count or a house number."""
        tokens = scene.tokens
        gap = tokens[at].gap
        if gap.endswith(("$", "€", "-", "+", ".", ",")) or "$" in gap:
            return False
        after = tokens[end : end + 4]
        if after and (after[0].gap in (".", ",", "-") or after[0].gap.startswith(("%", "$"))):
            return False
        if after and after[0].word in self.cues.amounts_after and not after[0].follows_stop:
            return False
        if any(self.cues.is_street(tokens, end + ahead) for ahead in range(len(after))):
            return False
        before = {token.word for token in tokens[max(at - 3, 0) : at]}
        return not before & self.cues.amounts_before

    def is_common_before_state(self, scene: Scene, end: int, key: str) -> bool:
        """Tell whether "trade in" or "home ok" are just words."""
        if key in DIRECTIONS_ALONE:  # "eastern kentucky" is a part of the state, not a town of it
            return True
        if key not in self.words.common:
            return False
        following = scene.tokens[end]
        doubtful = following.word in self.words.codes_after_words
        if key in self.words.never or key in self.words.replies:
            doubtful = doubtful or following.word in self.words.codes_to_doubt
        return doubtful and "," not in following.gap

    def is_state(self, scene: Scene, at: int, end: int, cue: Cue | None) -> bool:
        """Tell whether the name, the code or the abbreviation of a state means the state."""
        token = scene.tokens[at]
        if self.cues.is_body(scene.tokens, at, end) or self.cues.is_street(scene.tokens, end):
            return False
        if end - at == 1 and len(token.word) == 2:
            return self._is_code(scene, at, cue)
        key = scene.key(at, end - at)
        if key in self.words.state_forms:
            return cue is not None and not cue.is_plain
        return not (key in self.words.first_names and self.cues.names_person(scene.tokens, at, end))

    def _is_code(self, scene: Scene, at: int, cue: Cue | None) -> bool:
        token = scene.tokens[at]
        if token.is_capitals and not scene.is_shouted:
            return cue is not None or token.word in self.words.state_codes_alone or scene.asked
        if token.word in self.words.replies:
            return False
        if scene.asked and len(scene.tokens) == 1:
            return True
        if cue is None or cue.is_spanish:
            return False
        if token.word not in self.words.state_codes:
            return True
        told = cue.kind == "from" or not cue.is_plain
        return told and (scene.ends_thought(at + 1) or self._goes_on(scene, at + 1))

    def _goes_on(self, scene: Scene, at: int) -> bool:
        return scene.tokens[at].word in self.words.new_thought

    def counts(self, scene: Scene, spot: Spot, key: str, cue: Cue | None) -> bool:
        """Tell whether a name without a state is meant as a place."""
        if key in self.words.replies or self._is_another_name(scene, spot, key):
            return False
        if key in self.gazetteer.cued:
            return self._counts_when_cued(scene, spot, key, cue)
        if self.gazetteer.is_nickname(key) or spot.places[0].kind == "county":
            return True
        return self._counts_as_town(scene, spot, key, cue)

    def _counts_as_town(self, scene: Scene, spot: Spot, key: str, cue: Cue | None) -> bool:
        if key in self.words.never or key in self.words.abroad:
            return False
        if scene.is_answer(spot.start, spot.end):
            return True
        if cue is None:
            return self._counts_alone(scene, spot, key)
        return self._counts_after(scene, spot, key, cue)

    def _is_another_name(self, scene: Scene, spot: Spot, key: str) -> bool:
        """Tell whether a name is that of a street, a body such as a university, or a person."""
        tokens = scene.tokens
        if self.cues.is_street(tokens, spot.end) or self.cues.is_body(tokens, spot.start, spot.end):
            return True
        named = self.words.is_a_persons(key)
        return named and self.cues.names_person(tokens, spot.start, spot.end)

    def _counts_when_cued(self, scene: Scene, spot: Spot, key: str, cue: Cue | None) -> bool:
        strictly = self.gazetteer.cued[key] == "strictly"
        tokens = scene.tokens[spot.start : spot.end]
        if all(token.is_capitals for token in tokens) and not scene.is_shouted and not strictly:
            return True
        if cue is None:
            return scene.is_answer(spot.start, spot.end)
        if cue.is_plain:
            plain = key not in NO_NAMES and scene.is_capitalised(spot.start, spot.end)
            return (plain or not cue.is_spanish) and cue.words[-1] in PLAIN_ENOUGH
        return key != "la" or not cue.is_spanish

    def _counts_after(self, scene: Scene, spot: Spot, key: str, cue: Cue) -> bool:
        """Judge a name behind a cue."""
        is_word = key in self.words.everyday
        inside = scene.is_capitalised(spot.start, spot.end)
        if is_word and cue.end < spot.start:  # "from the valley"
            return False
        if not cue.is_plain:
            return not is_word or inside or cue.kind not in BESIDE_A_THING
        if is_word:
            told = cue.kind == "from" or (cue.kind == "lives" and len(cue.words) > 1)
            known = spot.population >= (KNOWN if told else BIG)
            return inside or (known and scene.ends_thought(spot.end))
        if self.words.is_a_persons(key):
            return spot.population >= KNOWN and cue.words[-1] not in BESIDE_A_NAME
        return inside or spot.population >= SMALL

    def _counts_alone(self, scene: Scene, spot: Spot, key: str) -> bool:
        """Judge a name that nothing introduces."""
        if key in self.words.everyday:
            sized = KNOWN if scene.is_capitalised(spot.start, spot.end) else BIG
            return spot.population >= sized and scene.is_item(spot.start, spot.end)
        known = spot.population >= TOWN or spot.places[0].kind == "neighborhood"
        if known and scene.is_item(spot.start, spot.end):
            return not self.words.is_a_persons(key) or spot.population >= KNOWN
        is_name = self.words.is_a_persons(key)
        if spot.population >= (BIG if is_name else NOTED):
            return True
        if is_name or not scene.is_capitalised(spot.start, spot.end):
            return False
        if self._has_neighbour(scene, spot):
            return False
        first = scene.tokens[spot.start]
        begins = spot.end - spot.start == 1 and first.begins_sentence
        return spot.population >= MIDDLING or not begins

    def _has_neighbour(self, scene: Scene, spot: Spot) -> bool:
        """Tell whether a capitalised word stands right beside: a longer name, of something else."""
        tokens = scene.tokens
        if spot.end < len(tokens):
            after = tokens[spot.end]
            if after.gap == " " and after.is_capitalised and after.word != "i":
                return True
        first, before = tokens[spot.start], tokens[max(spot.start - 1, 0)]
        return (
            spot.start > 0
            and first.gap == " "
            and before.is_capitalised
            and not before.begins_sentence
            and before.word != "i"
        )
