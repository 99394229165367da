"""Deletes a talk when its owner says so twice."""

from __future__ import annotations

from actions.guide import GuideAction
from actions.reply import Reply
from actions.turn import Turn


class ActionDeleteEverything(GuideAction):
    """Ask once before everything is deleted."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.client).say("privacy.confirm_delete")
        reply.awaiting = {"kind": "confirm", "name": "delete"}
        reply.offer("delete", {"intent": "affirm", "value": "delete"})
        return reply.offer("cancel", {"intent": "deny", "value": "delete"})
