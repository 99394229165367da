"""Whether work is wished for as a job ("want to do hair") or only liked ("love doing hair")."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Message

REACH = 9  # words a wish can stand before the work
TOPIC = "aspiring"


def aspired(message: Message, hit: Hit) -> bool:
    """A wish stands before the work in its sentence, or right after it in its clause."""
    sentence, clause = message.sentence[hit.first], message.clause[hit.last - 1]
    for wish in message.of(TOPIC):
        near = 0 <= hit.first - wish.first <= REACH and wish.concept == "before"
        if near and (message.sentence[wish.first] == sentence or _is_item(message, hit)):
            return True
        after = 0 <= wish.first - hit.last <= 2 and wish.concept == "after"
        if after and message.clause[wish.first] == clause:
            return True
    return False


def _is_item(message: Message, hit: Hit) -> bool:
    """ "I want work outside. Tree trimming, parks.": an item that carries on what was wished."""
    opens = hit.first > 0 and message.is_stop(hit.first - 1)
    return opens and (hit.last == len(message.words) or message.is_stop(hit.last))
