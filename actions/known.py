"""What we know of a person, read back when they ask for it or when nothing else is clear."""

from __future__ import annotations

from actions.buttons import offer_start
from actions.learned import labels_of, listed
from actions.reply import Reply
from actions.showing import tell_me
from actions.turn import Turn


def ask_what(turn: Turn, reply: Reply) -> Reply:
    """Say what is known and offer to take it out; this also answers "what do you know of me?"."""
    known = labels_of(turn, turn.profile)
    if not known:
        return tell_me(turn, reply.say("profile.nothing_known"))
    if turn.heard.delta:
        reply.say("correction.same")
    reply.say("correction.what", facts=listed(known.values()))
    offer_start(reply)
    return reply
