"""Help for somebody in danger. The edge answers most of these before us; this is the second net."""

from __future__ import annotations

from actions.buttons import offer_start
from actions.following import go_on
from actions.guide import GuideAction
from actions.heard import Json
from actions.reply import Reply
from actions.turn import Turn
from knowledge.rescue import rescue_lines
from understanding.safety import danger_in

ANY = "crisis"  # the lines that fit whatever the danger is


class ActionGiveSafetyHelp(GuideAction):
    """Give the right lines, then leave the door open. Needs no release."""

    def answer(self, turn: Turn) -> Reply:
        danger = danger_in(turn.heard.text)
        if danger is None:
            check = Reply().say("safety.check").show_resources(rescue_lines(ANY, turn.language))
            return go_on(turn, check)
        reply = Reply(messages=help_for(danger.kind, turn.language))
        offer_start(reply)
        return reply

    def without_a_turn(self, language: str) -> list[Json]:
        return help_for(ANY, language)


def help_for(kind: str, language: str) -> list[Json]:
    """Say what the edge says: the same words, the same lines, in the same order."""
    reply = Reply().say(f"safety.{kind}").show_resources(rescue_lines(kind, language))
    return reply.say("safety.go_on").messages
