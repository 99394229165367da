"""Changes one thing and says exactly what that changed."""

from __future__ import annotations

from collections.abc import Sequence

from actions.guide import GuideAction
from actions.known import ask_what
from actions.learned import listed, losses, news, replacements
from actions.meanings import ask_meaning, unclear
from actions.reply import Reply
from actions.showing import show_best, tell_me, to_show
from actions.turn import Turn
from actions.what_if import names_of

FORGETTABLE = 3


class ActionChangeAnswer(GuideAction):
    """Answer "actually, not construction", "I meant 18", "forget my age"."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.client)
        if unclear(turn):
            return ask_meaning(turn, reply)
        if not turn.changed:
            return ask_what(turn, reply)
        say_change(turn, reply)
        if turn.knows_nothing:
            return tell_me(turn, reply)
        say_list_change(turn, reply)
        return show_best(turn, reply)


def say_change(turn: Turn, reply: Reply) -> None:
    """Say what is new, what is gone, and what is ruled out."""
    gained, lost, replaced = news(turn), losses(turn), replacements(turn)
    old, new = turn.before.interests.dislikes, turn.profile.interests.dislikes
    only_dislikes = gained and len(gained) == len(set(new) - set(old))
    if gained:
        code = "correction.changed" if replaced else "matching.understood"
        reply.say("correction.disliked" if only_dislikes else code, facts=listed(gained))
    if lost:
        reply.say("correction.removed", facts=listed(lost))
    if not gained and not lost:
        reply.say("answers.noted")


def say_list_change(turn: Turn, reply: Reply) -> None:
    """Name the programs that left the list last shown, and those that came."""
    before, after = turn.memory.shown, [match.program_id for match in to_show(turn)]
    gone = _only_in([one for one in before if turn.program(one)], after)
    come = _only_in(after, before)
    if before and gone:
        reply.say_if_short("matching.closed", names=names_of(turn, gone))
    if before and come:
        reply.say_if_short("matching.opened", names=names_of(turn, come))


def _only_in(these: Sequence[str], those: Sequence[str]) -> list[str]:
    return [one for one in these if one not in those]
