"""Help for somebody in danger. The edge answers most of these before us; this is the second net."""

from __future__ import annotations

from actions.buttons import offer_start
from actions.guide import GuideAction
from actions.reply import Reply
from actions.turn import Turn
from knowledge.rescue import rescue_lines
from understanding.safety import danger_in


class ActionGiveSafetyHelp(GuideAction):
    """Give the right lines, then leave the door open."""

    def answer(self, turn: Turn) -> Reply:
        danger = danger_in(turn.heard.text)
        kind = danger.kind if danger else "crisis"
        reply = Reply().say(f"safety.{kind}")
        reply.show_resources(rescue_lines(kind, turn.language))
        reply.say("safety.go_on")
        offer_start(reply)
        return reply
