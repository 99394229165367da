"""Help along the way: child care, rides, money. What programs offer, and who else helps."""

from __future__ import annotations

from actions.centers import centers, has_211
from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import meant
from actions.reply import Reply
from actions.turn import Turn


class ActionFindSupport(GuideAction):
    """Answer "can they help with child care, rides, money?"."""

    topic = "support"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.client)
        read_back(turn, reply)
        helping = [program for program in meant(turn) if program.supports]
        for program in helping[:2]:
            supports = [{"code": f"codes.support.{code}"} for code in program.supports]
            reply.say_if_short("support.offers", program=program.name, supports=supports)
        if not helping and meant(turn):
            reply.say("support.none")
        reply.say("support.elsewhere_211" if has_211(turn) else "support.elsewhere")
        reply.show_resources(centers(turn))
        reply.topic = "support"
        return go_on(turn, reply)
