"""Finds what is done to what, however it is put: "restore my uncle's old chevys". Knows no word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from understanding.lexicon import Hit
from understanding.message import Message
from understanding.words import Word

TOPIC = "deeds"
FOUND = "interests"  # the topic a deed is found as: it points to a sector
BETWEEN = 4  # words between the doing and what it is done to


def deeds(words: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield each doing with the nearest thing it can be done to, as a word of its sector."""
    told = [hit for hit in hits if hit.topic == TOPIC]
    things = [hit for hit in told if hit.concept == "things"]
    breaks = {at for hit in told if hit.concept == "breaks" for at in range(hit.first, hit.last)}
    breaks.update(at for at, word in enumerate(words) if not word.text.isalnum())
    doings = [hit for hit in told if hit.concept == "doings"]
    for first in sorted({hit.first for hit in doings}):
        ways = {(hit.value, hit.last) for hit in doings if hit.first == first}
        pairs = [(thing, last) for thing in things for way, last in ways if _fits(thing, way)]
        near = [one for one, last in pairs if _follows(last, one.first, breaks)]
        nearest = min((one.first for one in near), default=None)
        for thing in near:
            if thing.first == nearest:
                yield Hit(FOUND, str(thing.value).split()[-1], None, first, thing.last)


def _fits(thing: Hit, way: str) -> bool:
    return str(thing.value).split()[0] == way


def _follows(last: int, first: int, breaks: Set[int]) -> bool:
    """The thing stands a few words behind, and nothing begins anew between."""
    return 0 <= first - last <= BETWEEN and breaks.isdisjoint(range(last, first))


def deeds_told(message: Message) -> list[Hit]:
    """List the deeds found in a message, each from its doing to the end of its thing."""
    return [
        hit
        for hit in message.of(FOUND)
        for doing in message.starting(TOPIC, hit.first)
        if doing.concept == "doings" and doing.last < hit.last
    ]


def is_handled(message: Message, hit: Hit) -> bool:
    """ "Look after my disabled cousin", "read to little kids": what the deed is done to tells
    nothing of the writer; "feed my kids" does."""
    for deed in deeds_told(message):
        if deed.first < hit.first and hit.last <= deed.last:
            own = any("own" in message.marks(TOPIC, at) for at in range(deed.first, hit.last))
            if hit.last < deed.last or not own:
                return True
    return False
