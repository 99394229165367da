"""Which words ask about a program instead of telling of the writer. Decides no field."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Message


def asked_of_program(message: Message, at: int) -> bool:
    """Tell whether a word stands in "do they take ...", and not after an "i am" again."""
    return any(at in _reach(message, cue) for cue in message.of("asking", "of_program"))


def _reach(message: Message, cue: Hit) -> range:
    """From the cue to the end of its stretch, or to where the writer speaks of himself."""
    for at in range(cue.last, len(message.words)):
        if message.is_stop(at) or "as_self" in message.marks("people", at):
            return range(cue.last, at)
    return range(cue.last, len(message.words))
