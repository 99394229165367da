"""Says plainly that an age, a grade or a ZIP code cannot be; what was known before stays."""

from __future__ import annotations

from actions.buttons import offer_skip
from actions.learned import read_back
from actions.reply import Reply
from actions.turn import Turn


def refused_value(turn: Turn) -> Reply | None:
    """Name the field and what to say instead; None when nothing impossible was said."""
    wrong = next((one for one in turn.heard.ambiguous if not one.get("choices")), None)
    if wrong is None or wrong["field"] not in ("age", "education", "location"):
        return None
    field = str(wrong["field"])
    reply = Reply(turn.who)
    read_back(turn, reply)
    reply.say(f"correction.impossible.{field}", text=str(wrong["text"]))
    offer_skip(reply, field)
    reply.awaiting = {"kind": "field", "name": field}
    return reply
