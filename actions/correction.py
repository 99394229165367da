"""Changes one thing and says exactly what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.guide import GuideAction
from actions.heard import Json
from actions.known import ask_what
from actions.learned import read_back
from actions.meanings import ask_meaning, unclear
from actions.reply import Reply
from actions.showing import show_best, tell_me, to_show
from actions.turn import Turn
from actions.what_if import names_of


class ActionChangeAnswer(GuideAction):
    """Answer "actually, not construction", "I meant 18", "forget my age"."""

    topic = "correction"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if unclear(turn):
            return ask_meaning(turn, reply)
        for sector, job in turn.heard.spared:
            reply.say("correction.one_job", job=job, what={"code": f"codes.sector.{sector}"})
        if turn.heard.spared and not turn.changed:
            return show_best(turn, reply)
        if not turn.changed:
            return ask_what(turn, reply)
        forget_for_good(turn, reply)
        if not read_back(turn, reply):
            reply.say("answers.noted")
        if turn.knows_nothing:
            return tell_me(turn, reply)
        say_list_change(turn, reply)
        return show_best(turn, reply)


def forget_for_good(turn: Turn, reply: Reply) -> None:
    """What somebody wants forgotten is not asked for right after, nor later."""
    reply.skipped += [path for path in forgotten_in(turn.heard.delta) if path != "interests"]


def forgotten_in(delta: Json) -> list[str]:
    """List the questions whose answers a delta takes back: age, location, facts.veteran."""
    facts = delta.get("facts") or {}
    whole = [name for name in delta if name not in ("facts", "remove")]
    return [
        *(name for name in whole if not any(_parts(delta[name]))),
        *(f"facts.{name}" for name, value in facts.items() if value is None),
    ]


def _parts(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else [value]
    return [one is not None for one in inner]


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
