"""Whether something is told of the past or of now. Knows the cue words only."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Message

MANY = 5  # years of one work
REACH = 6  # words "used to be" can stand before what is over


def was_once(message: Message, first: int) -> bool:
    """Tell whether a "used to", "formerly" before this word says it is over."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            return False
        if "no_longer" in message.marks("time", at):
            return True
    return False


def of_many_years(message: Message, work: Hit) -> bool:
    """Tell whether work was done so long that it is a trade ("a cook 22 years")."""
    for number in message.numbers:
        if message.sentence[number.first] != message.sentence[work.first]:
            continue
        years = any(hit.concept == "years" for hit in message.starting("time", number.last))
        lasting = any(hit.concept == "lasting" for hit in message.ending("time", number.first))
        lasting = lasting or number.first == work.last
        if years and lasting and number.value >= MANY:
            return True
    return False


def is_now(message: Message, first: int, last: int) -> bool:
    """Tell whether a "now" stands among these words, or right before them."""
    return any("now" in message.marks("time", at) for at in range(max(0, first), last))
