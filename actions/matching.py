"""Programs for the person as we know them now, and the one question that opens most doors."""

from __future__ import annotations

from collections.abc import Sequence

from actions.earnings import yearly_wage_in
from actions.guide import GuideAction
from actions.learned import read_back
from actions.meanings import ask_meaning, unclear
from actions.pointing import named
from actions.reply import Reply
from actions.showing import show_best, show_list, show_more, tell_me
from actions.turn import Turn
from actions.verdicts import judge_aloud, judge_best_of
from matching.program import Program


class ActionFindPrograms(GuideAction):
    """Answer what somebody said of themselves, or their wish to see programs."""

    topic = "list"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        said_something = read_back(turn, reply)
        programs = named(turn)
        said_something = say_wage(turn, reply) or said_something
        if programs and _asks_of_them(turn, programs, said_something):
            return judge_best_of(turn, reply, programs)
        if unclear(turn):
            return ask_meaning(turn, reply if turn.knows_nothing else show_list(turn, reply))
        in_view = turn.program(turn.memory.in_view)
        if in_view is not None and answers_for(turn, in_view):
            return judge_aloud(turn, reply, in_view)
        if turn.knows_nothing:
            return tell_me(turn, reply)
        if turn.memory.choice.get("value") == "more":
            return show_more(turn, reply)
        return show_best(turn, reply, news=said_something)


def _asks_of_them(turn: Turn, programs: Sequence[Program], told: bool) -> bool:
    """Tell a question about programs, or the mere name of one, from news of the person."""
    return "?" in turn.heard.text or (len(programs) == 1 and not told)


def say_wage(turn: Turn, reply: Reply) -> bool:
    """Say what a wage told comes to in a year, to hold beside the wages on the cards."""
    yearly = yearly_wage_in(turn.heard.text)
    if yearly is not None:
        reply.say_if_short("pay.yours", year={"usd": yearly})
    return yearly is not None


def answers_for(turn: Turn, program: Program) -> bool:
    """Tell whether a message only gives what was asked so as to judge one program.

    What somebody likes moves the list, whoever it was asked for.
    """
    asked = str(turn.memory.awaiting.get("name")).partition(".")[0]
    for_it = turn.memory.awaiting.get("program_id") == program.id
    judged = turn.memory.topic in ("eligibility", "requirements")
    return for_it and judged and turn.changed and set(turn.heard.delta) == {asked} - {"interests"}
