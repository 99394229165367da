"""How to get into a program: what to do, and whom to reach."""

from __future__ import annotations

from collections.abc import Sequence

from actions.centers import cards, nearest_center
from actions.following import stay_with, stay_with_several, which_program
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import meant, named
from actions.reply import Reply
from actions.terms import short
from actions.turn import Turn
from actions.verdicts import say_successor
from matching.program import Program


class ActionTellHowToApply(GuideAction):
    """Answer "how do I apply?"."""

    topic = "apply"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        programs = named(turn) or meant(turn)
        if not programs:
            return which_program(turn, reply, "apply")
        return (
            tell_how(turn, reply, programs[0])
            if len(programs) == 1
            else reach_each(turn, reply, programs)
        )


def reach_each(turn: Turn, reply: Reply, programs: Sequence[Program]) -> Reply:
    """Tell how to reach each of several programs: a card each."""
    reply.say("apply.each").show_resources(cards(turn, programs))
    return stay_with_several(turn, reply, "apply")


def tell_how(turn: Turn, reply: Reply, program: Program) -> Reply:
    """Tell what a source says to do, and give the contact."""
    say_successor(turn, reply, program)
    if program.how_to_apply and program.status != "closed":
        reply.say("apply.how", program=program.name, text=short(program.how_to_apply))
    elif program.status != "closed":
        reply.say("apply.not_stated", program=program.name)
    if program.url or program.phone:
        reply.show_resources(cards(turn, [program]))
    else:
        reply.show_resources(nearest_center(turn))
    return stay_with(turn, reply, program, "apply")
