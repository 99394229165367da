"""What a program asks for, each requirement with how the person stands to it."""

from __future__ import annotations

from actions.asking import ask_next
from actions.buttons import offer_topics
from actions.following import stay_with_several, which_program
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import meant
from actions.reply import Reply
from actions.turn import Turn
from actions.verdicts import say_successor
from matching.program import Program


class ActionTellRequirements(GuideAction):
    """Answer "what do they ask for?"."""

    topic = "requirements"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        programs = meant(turn)
        if not programs:
            return which_program(turn, reply, "requirements")
        if len(programs) > 1:
            matches = turn.advice.judged(turn.profile, [program.id for program in programs])
            reply.say("requirements.of_each")
            reply.show_matches(turn.advice.cards(matches, turn.profile))
            return stay_with_several(turn, reply, "requirements")
        return list_requirements(turn, reply, programs[0])


def list_requirements(turn: Turn, reply: Reply, program: Program) -> Reply:
    """List one program's requirements and ask for the one that is open."""
    [match] = turn.advice.judged(turn.profile, [program.id])
    met = sum(judged.status == "met" for judged in match.requirements)
    if program.requirements:
        reply.say("requirements.of_program", program=program.name)
        reply.say_if_short("requirements.settled", met=met, count=len(match.requirements))
    else:
        reply.say("requirements.none_stated", program=program.name)
    say_successor(turn, reply, program)
    reply.show_matches(turn.advice.cards([match], turn.profile))
    reply.in_view, reply.topic = program.id, "requirements"
    if not ask_next(turn, reply, [match]):
        offer_topics(reply, program, but=["requirements"])
    return reply
