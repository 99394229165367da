"""Programs for the person as we know them now, and the one question that opens most doors."""

from __future__ import annotations

from actions.eligibility import judge_aloud
from actions.guide import GuideAction
from actions.learned import read_back
from actions.meanings import ask_meaning, unclear
from actions.pointing import named
from actions.reply import Reply
from actions.showing import show_best, show_list, show_more, tell_me
from actions.turn import Turn
from matching.program import Program


class ActionFindPrograms(GuideAction):
    """Answer what somebody said of themselves, or their wish to see programs."""

    topic = "list"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        said_something = read_back(turn, reply)
        programs = named(turn)
        if len(programs) == 1 and not said_something:
            return judge_aloud(turn, reply, programs[0])
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


def answers_for(turn: Turn, program: Program) -> bool:
    """Tell whether a message only gives what was asked so as to judge one program.

    What somebody likes moves the list, whoever it was asked for.
    """
    asked = str(turn.memory.awaiting.get("name")).partition(".")[0]
    for_it = turn.memory.awaiting.get("program_id") == program.id
    judged = turn.memory.topic in ("eligibility", "requirements")
    return for_it and judged and turn.changed and set(turn.heard.delta) == {asked} - {"interests"}
