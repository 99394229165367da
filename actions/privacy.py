"""Deletes a talk when its owner says so twice."""

from __future__ import annotations

from actions.correction import ActionChangeAnswer
from actions.guide import GuideAction
from actions.reply import Reply
from actions.turn import Turn, forgets_one


class ActionDeleteEverything(GuideAction):
    """Ask once before everything is deleted; one thing ("forget my age") goes at once."""

    def answer(self, turn: Turn) -> Reply:
        if forgets_one(turn.heard.delta):
            return ActionChangeAnswer().answer(turn)
        reply = Reply(turn.who).say("privacy.confirm_delete")
        reply.awaiting = {"kind": "confirm", "name": "delete"}
        reply.offer("delete", {"intent": "affirm", "value": "delete"})
        return reply.offer("cancel", {"intent": "deny", "value": "delete"})
