"""What programs cost."""

from __future__ import annotations

from collections.abc import Sequence

from actions.following import stay_with, stay_with_several, which_program
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import meant
from actions.reply import Reply
from actions.terms import say_term
from actions.turn import Turn
from matching.program import Program

SEVERAL = 2  # more would be too much to read; the cards hold the rest


class ActionTellCost(GuideAction):
    """Answer "what does it cost?"."""

    topic = "cost"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        spoken = meant(turn)
        programs = with_a_price(spoken)
        if not programs:
            return which_program(turn, reply, "cost")
        for program in programs:
            say_term(turn, reply, program, "cost")
        if len(spoken) > 1:  # one of them has a price; nobody asked for that one
            return stay_with_several(turn, reply, "cost")
        return stay_with(turn, reply, programs[0], "cost")


def with_a_price(programs: Sequence[Program]) -> list[Program]:
    """Keep the programs whose cost a source states; when none is, the first."""
    stated = [program for program in programs if program.cost is not None]
    return (stated or list(programs[:1]))[:SEVERAL]
