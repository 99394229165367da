"""A person to talk to: the job center of the state, and the national finder."""

from __future__ import annotations

from actions.centers import center_of, centers
from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import read_back
from actions.reply import Reply
from actions.turn import Turn


class ActionOfferPerson(GuideAction):
    """Answer "I want to talk to somebody"."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        if center_of(turn):
            reply.say("person.job_center", state={"code": f"states.{turn.where.state}"})
        else:
            reply.say("person.anywhere")
        reply.show_resources(centers(turn))
        if turn.where.state:
            return go_on(turn, reply, but="person")
        reply.awaiting = {"kind": "field", "name": "location"}
        return reply.offer("find_programs", {"intent": "find_programs"})
