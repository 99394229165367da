"""A person to talk to: the job center of the state, and the national finder."""

from __future__ import annotations

from actions.centers import center_of, centers
from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import read_back
from actions.reply import Reply
from actions.turn import Turn
from knowledge.contacts import EVERYWHERE


class ActionOfferPerson(GuideAction):
    """Answer "I want to talk to somebody"."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        center, line = center_of(turn), turn.program(EVERYWHERE)
        if center:
            state = {"code": f"states.{turn.where.state}"}
            reply.say("person.job_center", center=center.name, state=state)
        else:
            reply.say("person.anywhere")
        if line and line.phone:
            reply.say("person.call", phone=line.phone)
        reply.show_resources(centers(turn))
        if turn.where.state:
            return go_on(turn, reply, but="person")
        reply.awaiting = {"kind": "field", "name": "location"}
        return reply.offer("find_programs", {"intent": "find_programs"})
