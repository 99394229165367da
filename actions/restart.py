"""A fresh start: forgets what was said and begins again."""

from __future__ import annotations

from actions.buttons import offer_start
from actions.guide import GuideAction
from actions.reply import Reply
from actions.turn import Turn


class ActionStartOver(GuideAction):
    """Answer "start over"."""

    topic = "restart"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who).say("restart.done").say("matching.tell_me")
        reply.effect, reply.forgets = "restart", True
        offer_start(reply)
        return reply
