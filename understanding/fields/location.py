"""Where the person lives or is going, from the places named. Never guesses between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from places import Gazetteer, Place
from places.finding import Mention, find_places
from places.naming import key_of
from places.place import ONE_PLACE_MILES, miles_between
from understanding.fields.answers import yes_or_no
from understanding.former import is_now
from understanding.message import Draft, Message
from understanding.negation import denial_before
from understanding.people import CLIENT, others_words, speaks_of
from understanding.reading import Ambiguous
from understanding.words import LONGEST

PREFERRED = ("moving_to", "lives", "near", None, "other_person", "works", "from")
ELSEWHERE = ("from", "other_person")
HOME = ("lives", None)  # cues of where one lives; a bare place is meant so too
BESIDE = 4  # words from a place to the one it lies near: ", the one by"
DWELLING = 7  # words between "live" and the place
INITIALS = 2  # letters of a state's code
AT_SCHOOL = frozenset({"at"})
ARTICLES = frozenset({"the", "a", "an"})
MOVING = ("lives", "moving_to")
OF_SCHOOL = ("finish", "graduated_school", "graduate", "diploma", "high_school")
CITY_WORDS = 3  # of a city's name behind its state
BY_ACCIDENT = ("interests", "occupations", "facts", "credentials")


@dataclass
class PlaceReader:
    """Reads the location with one gazetteer."""

    gazetteer: Gazetteer

    def read(self, draft: Draft) -> tuple[Ambiguous, ...]:
        """Add the location; return what has to be asked back."""
        message = draft.message
        asked = _asked(message)
        found = find_places(
            message.text[:LONGEST], asked=asked, language=message.language, gazetteer=self.gazetteer
        )
        meant = [mention for mention in found if _is_own(draft, mention)]
        meant = _pointed_out(message, meant)
        if not meant:
            return ()
        torn = _torn(message, meant)
        if torn is not None:
            for one in meant:
                draft.taken.update(message.covering(one.start, one.end))
            return (torn,)
        mention = self._resolved(draft, _chosen(message, meant), meant)
        if not mention.certain:
            draft.taken.update(message.covering(mention.start, mention.end))
            return (_question(mention),)
        self._add(draft, mention)
        return ()

    def _resolved(self, draft: Draft, mention: Mention, meant: list[Mention]) -> Mention:
        """Let the state that is told or known decide, and a state make way for its city."""
        if mention.certain and mention.candidates[0].kind == "state":
            return self._city_after(draft.message, mention) or _city_within(mention, meant)
        states = _states_told(meant) or _state_known(draft.message, mention)
        if mention.certain:
            return _on_its_side(mention, meant)
        inside = [place for place in mention.candidates if place.state in states]
        if len(inside) != 1:
            inside = self._in_city_told(mention, meant)
        if len(inside) != 1:
            return mention
        return replace(mention, candidates=(inside[0],), certain=True)

    def _in_city_told(self, mention: Mention, meant: list[Mention]) -> list[Place]:
        """ "South side of Chicago, englewood": the one that lies in a city named beside it."""
        told = [location_of(self._city_of(one.candidates[0])) for one in meant if one.certain]
        cities = {(one["city"], one["state"]) for one in told if one["city"]}
        places = [(one, location_of(self._city_of(one))) for one in mention.candidates]
        inside = [(one, told) for one, told in places if one.kind == "neighborhood"]
        return [one for one, told in inside if (told["city"], told["state"]) in cities]

    def _city_after(self, message: Message, state: Mention) -> Mention | None:
        """Read "alaska bethel" as "bethel, alaska"."""
        words = message.covering(state.start, state.end)
        for count in range(CITY_WORDS, 0, -1):
            after = range(words.stop, min(words.stop + count, len(message.words)))
            if len(after) < count or _means_else(message, after):
                continue
            span = message.span(after.start, after.stop, "location", None)
            turned = f"{span.text}, {state.candidates[0].name}"
            found = find_places(turned, language=message.language, gazetteer=self.gazetteer)
            whole = (
                found and found[0].certain and (found[0].start, found[0].end) == (0, len(turned))
            )
            if whole and found[0].candidates[0].kind != "state":
                return replace(found[0], start=span.start, end=span.end, cue=state.cue)
        return None

    def _add(self, draft: Draft, mention: Mention) -> None:
        draft.at_home = mention.cue == "lives" or _is_of_now(draft.message, mention)
        value = location_of(self._city_of(mention.candidates[0]))
        known = draft.message.context.profile.get("location") or {}
        words = draft.message.covering(mention.start, mention.end)
        draft.taken.update(words)
        if value["city"] is None and _says_less(draft.message, mention, known, value):
            return
        draft.add([draft.message.span(words.start, words.stop, "location", value)])

    def _city_of(self, place: Place) -> Place:
        """A region that lies in one city ("South Side") is that city."""
        members = self.gazetteer.members(place)
        if len(members) == 1 and members[0].kind == "city":
            return members[0]
        return self._beyond_borough(place)

    def _beyond_borough(self, place: Place) -> Place:
        """A part of a borough is a part of the borough's city."""
        boroughs = (
            self.gazetteer.with_key(key_of(place.within), place.state) if place.within else ()
        )
        city = next((one.within for one in boroughs if one.within), None)
        return replace(place, within=city) if city else place


def _says_less(
    message: Message, mention: Mention, known: Mapping[str, Any], told: Mapping[str, Any]
) -> bool:
    """ "I finished school in Puerto Rico": a state alone moves nobody out of a known town."""
    if known.get("state") == told["state"]:
        return True
    settled = known.get("city") and not _asked(message) and not message.of("changes", "correct")
    schooled = message.of("education", *OF_SCHOOL)
    return bool(settled) and (bool(schooled) or mention.cue not in MOVING)


def location_of(place: Place) -> dict[str, Any]:
    """Put a place in the profile's shape; a part of a city is that city."""
    if place.kind == "state":
        return {"city": None, "state": place.state, "zip": None}
    return {"city": place.within or place.name, "state": place.state or None, "zip": place.zip}


def _asked(message: Message) -> bool:
    awaiting = message.context.awaiting
    return awaiting is not None and awaiting.name == "location" and yes_or_no(message) is None


def _is_own(draft: Draft, mention: Mention) -> bool:
    """Leave out other people's places, denied ones, and words other fields have used."""
    message = draft.message
    words = message.covering(mention.start, mention.end)
    if not words or (mention.cue == "other_person" and speaks_of(message) != CLIENT):
        return False
    told_of_others = _stands_apart(message, words) or speaks_of(message) == CLIENT
    used = draft.taken - others_words(message) if told_of_others else draft.taken
    if not used.isdisjoint(words):
        return False
    if _is_of_school(message, words):
        return False
    if len(mention.text) == INITIALS and message.word(words.start - 1) in ARTICLES:
        return False  # the VA is no Virginia
    denied = denial_before(message, words.start, reach=2) is not None
    if denied or _is_dropped(message, words) or _is_not_there(message, words):
        return False
    return mention.cue is not None or not _accidental(message, words)


def _is_of_school(message: Message, words: range) -> bool:
    """ "A junior at Lincoln": where one is a pupil is a school, whatever town it is named after."""
    if message.word(words.start - 1) not in AT_SCHOOL:
        return False
    before = {one.concept for one in message.ending("education", words.start - 1)}
    return bool(before & {"year_name", "pupil_word"})


def _is_dropped(message: Message, words: range) -> bool:
    """ "Scratch Topeka", "instead of Topeka"."""
    cues = {cue.concept for cue in message.ending("cues", words.start)}
    return bool(cues & {"remove", "instead_of"})


def _is_not_there(message: Message, words: range) -> bool:
    """ "We don't live in Dallas": the longer ways to say that one is not there."""
    return any(hit.last == words.start for hit in message.of("changes", "not_there"))


def _stands_apart(message: Message, words: range) -> bool:
    """ "She's a CNA, Topeka": a place between two stops is the writer's, whoever was told of."""
    before = words.start == 0 or message.is_stop(words.start - 1)
    return before and (words.stop == len(message.words) or message.is_stop(words.stop))


def _accidental(message: Message, words: range) -> bool:
    """A job or hobby that is also a town ("baker") is no place without a word that says so."""
    covered = [
        hit
        for topic in BY_ACCIDENT
        for hit in message.of(topic)
        if hit.first <= words.start and hit.last >= words.stop
    ]
    return bool(covered) and not _asked(message)


def _chosen(message: Message, mentions: list[Mention]) -> Mention:
    """Where they go or live before where they are from; the last one when it mends the first."""
    if message.of("changes", "correct"):
        return mentions[-1]
    *_, last = mentions
    if last.certain and _turns_to(message, last):
        return last
    return min(
        mentions,
        key=lambda one: (
            not _is_of_now(message, one),
            PREFERRED.index(one.cue),
            not _is_dwelt_in(message, one),
            not _is_of_writer(message, one),
        ),
    )


def _turns_to(message: Message, mention: Mention) -> bool:
    """ "The portland metro but on the vancouver side": told by side, behind a "but"."""
    words = message.covering(mention.start, mention.end)
    side = "side" in message.marks("changes", words.stop)
    before = range(max(0, words.start - BESIDE), words.start)
    return side and any("but" in message.marks("cues", at) for at in before)


def _is_dwelt_in(message: Message, mention: Mention) -> bool:
    """ "A home in Ponce, now i live with my girl in Hartford": the one that is lived in."""
    first = message.covering(mention.start, mention.end).start
    for at in range(first - 1, max(-1, first - 1 - DWELLING), -1):
        if message.is_stop(at):
            return False
        if "dwell" in message.marks("changes", at):
            return True
    return False


def _is_of_writer(message: Message, mention: Mention) -> bool:
    """ "A place in vegas. i'm 33, in henderson": where the writer speaks of himself."""
    first = message.covering(mention.start, mention.end).start
    here = [at for at in range(first) if message.sentence[at] == message.sentence[first]]
    return any("subject" in message.marks("people", at) for at in here)


def _is_of_now(message: Message, mention: Mention) -> bool:
    """ "In Ponce before, now in Kissimmee": where one is now."""
    first = message.covering(mention.start, mention.end).start
    return is_now(message, first - 3, first)


def _states_told(meant: list[Mention]) -> set[str]:
    return {one.candidates[0].state for one in meant if one.certain and one.cue not in ELSEWHERE}


def _on_its_side(mention: Mention, meant: list[Mention]) -> Mention:
    """ "The Quad Cities, Iowa side": a region of several states, and the state that is meant."""
    place, states = mention.candidates[0], _states_told([one for one in meant if one != mention])
    if place.state or len(states) != 1:
        return mention
    return replace(mention, candidates=(replace(place, state=states.pop()),))


def _state_known(message: Message, mention: Mention) -> set[str]:
    """The state one lives in decides, but not over where one is going to or came from."""
    known = (message.context.profile.get("location") or {}).get("state")
    return {known} if known and mention.cue not in ("moving_to", *ELSEWHERE) else set()


def _means_else(message: Message, words: range) -> bool:
    known = any(hit.first < words.stop and hit.last > words.start for hit in message.hits)
    return known or any(message.is_stop(at) for at in words)


def _city_within(state: Mention, meant: list[Mention]) -> Mention:
    """Of "pennsylvania, erie" the city; the state alone when no city of it is named."""
    for other in meant:
        inside = [
            place
            for place in other.candidates
            if place.kind != "state" and place.state == state.candidates[0].state
        ]
        if len(inside) == 1:
            return replace(other, candidates=(inside[0],), certain=True)
    return state


def _torn(message: Message, meant: list[Mention]) -> Ambiguous | None:
    """A city and a ZIP code said of one home that lie far apart: which is right is asked."""
    if message.of("changes", "correct"):
        return None
    homes = [one for one in meant if one.certain and one.cue in HOME]
    zips = [one for one in homes if one.candidates[0].kind == "zip"]
    cities = [one for one in homes if one.candidates[0].kind in ("city", "neighborhood")]
    for code in zips:
        for city in cities:
            if miles_between(code.candidates[0], city.candidates[0]) > ONE_PLACE_MILES:
                choices = (location_of(city.candidates[0]), location_of(code.candidates[0]))
                return Ambiguous("location", code.text, choices)
    return None


def _pointed_out(message: Message, meant: list[Mention]) -> list[Mention]:
    """Leave out a place that another beside it makes clear."""
    kept = list(meant)
    for one, other in pairwise(meant):
        words = message.covering(one.start, one.end), message.covering(other.start, other.end)
        gap = range(words[0].stop, words[1].start)
        if other.certain and len(gap) == 1 and message.word(gap.start) == "(":
            kept.remove(one)  # "Appalachia (Hazard, KY)"
        elif other.certain and other.cue == "near" and len(gap) <= BESIDE:
            states = {other.candidates[0].state}
            inside = [place for place in one.candidates if place.state in states]
            if not one.certain and len(inside) == 1:  # "Aurora, the one by Chicago"
                kept[kept.index(one)] = replace(one, candidates=(inside[0],), certain=True)
                kept.remove(other)
    return kept


def _question(mention: Mention) -> Ambiguous:
    choices = tuple(location_of(place) for place in mention.candidates)
    return Ambiguous("location", mention.text, choices)
