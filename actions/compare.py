"""Two or three programs side by side."""

from __future__ import annotations

from collections.abc import Sequence

from actions.comparing import rows_of
from actions.following import stay_with_several
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import MOST, best, named
from actions.reply import Reply
from actions.turn import Turn
from matching.judging import Match
from matching.match import OPEN


class ActionComparePrograms(GuideAction):
    """Answer "which is better?" and "compare them"."""

    topic = "compare"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        chosen = to_compare(turn)
        if len(chosen) < 2:
            reply.say("compare.need_two")
            return stay_with_several(turn, reply, "compare")
        matches = turn.advice.judged(turn.profile, chosen)
        reply.say("compare.beside")
        reply.messages.append({"type": "compare", "rows": rows_of(turn, matches)})
        _say_nearest(turn, reply, matches)
        reply.shown = chosen  # “which of them is faster?” stays with these
        return stay_with_several(turn, reply, "compare")


def to_compare(turn: Turn) -> list[str]:
    """Pick the programs: those named, filled up with the one in view and those shown."""
    ids = [program.id for program in named(turn)]
    if len(ids) < 2:
        ids += [turn.memory.in_view or "", *turn.memory.shown]
    known = [one for one in dict.fromkeys(ids) if turn.program(one)]
    if len(known) < 2:
        known += [program.id for program in best(turn) if program.id not in known]
    return known[:MOST]


def _say_nearest(turn: Turn, reply: Reply, matches: Sequence[Match]) -> None:
    """Name the one that is open while the others are not; no opinion beyond that."""
    opened = [match for match in matches if match.verdict in OPEN]
    if len(opened) == 1:
        reply.say("compare.best_now", program=turn.name_of(opened[0].program_id))
