"""Whether a person can get in: which program is asked about, and its verdict."""

from __future__ import annotations

from actions.asked import asks
from actions.following import which_program
from actions.guide import GuideAction
from actions.learned import read_back
from actions.phrases import plain
from actions.pointing import meant, named
from actions.reply import Reply
from actions.showing import show_best
from actions.turn import Turn
from actions.verdicts import judge_aloud, judge_best_of, judge_each, judge_first


class ActionJudgeEligibility(GuideAction):
    """Answer "can I get in?", "why not?" and "do I qualify?"."""

    topic = "eligibility"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        spoken = named(turn)
        if len(spoken) > 1:
            return judge_best_of(turn, reply, spoken)
        programs = spoken if wishes_otherwise(turn) else meant(turn)
        if len(programs) == 1:
            return judge_aloud(turn, reply, programs[0])
        if programs and not turn.changed:
            several = len(programs) > 1 and asks("several", plain(turn.heard.text))
            judge = judge_each if several else judge_first
            return judge(turn, reply, programs)
        read_back(turn, reply)
        if turn.knows_nothing:
            return which_program(turn, reply, "eligibility")
        return show_best(turn, reply)


def wishes_otherwise(turn: Turn) -> bool:
    """Tell whether another kind of work is asked about than what was in view."""
    return turn.profile.interests != turn.before.interests
