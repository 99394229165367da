"""How long, at night, online, paid while training: what a source says, or that none does."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asked import asks
from actions.following import stay_with, stay_with_several
from actions.phrases import plain
from actions.pointing import meant, named
from actions.reply import Reply
from actions.showing import CARDS, is_for_a_workplace, tell_me
from actions.terms import say_term
from actions.turn import Turn
from matching.program import Program
from matching.ranking import finds

SEVERAL = 2  # more would be too much to read; the cards hold the rest


def tell_length(turn: Turn) -> Reply:
    """Tell how long a program takes, or those last spoken of."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    if len(programs) == 1:
        say_term(turn, reply, programs[0], "length")
        return stay_with(turn, reply, programs[0], "length")
    stated = [program for program in programs if program.length is not None]
    for program in stated[:SEVERAL]:
        say_term(turn, reply, program, "length")
    if not stated:
        reply.say("length.of_none")
    return stay_with_several(turn, reply, "length")


def tell_when(turn: Turn, hours: str) -> Reply:
    """Tell which programs say that they run at night, or online."""
    reply, one = Reply(turn.who), _one_meant(turn)
    if one is None and turn.knows_nothing:
        return tell_me(turn, reply)
    asked = [one] if one else _within_reach(turn)
    having = [program for program in asked if hours in program.schedule]
    reply.say(f"schedule.{'stated' if having else 'not_stated'}.{hours}")
    if one:
        return stay_with(turn, reply, one, hours)
    ids = [program.id for program in having[:CARDS]]
    if ids:
        matches = turn.advice.judged(turn.profile, ids)
        reply.show_matches(turn.advice.cards(matches, turn.profile))
        reply.shown = ids
    return stay_with_several(turn, reply, hours)


def _one_meant(turn: Turn) -> Program | None:
    spoken = named(turn)
    if len(spoken) == 1:
        return spoken[0]
    anywhere = asks("anywhere", plain(turn.heard.text))
    return None if anywhere else turn.program(turn.memory.in_view)


def _within_reach(turn: Turn) -> Sequence[Program]:
    found = (match for match in finds(turn.matches) if not is_for_a_workplace(match))
    return [turn.release.programs[match.program_id] for match in found]


def tell_training_pay(turn: Turn) -> Reply:
    """Tell which of the programs spoken of pay while one trains."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    if len(programs) == 1:
        say_term(turn, reply, programs[0], "pay_while_training")
        return stay_with(turn, reply, programs[0], "pay")
    stated = [program for program in programs if program.pay_while_training is not None]
    for program in stated[:SEVERAL]:
        say_term(turn, reply, program, "pay_while_training")
    if not stated:
        reply.say("pay.training_none")
    return stay_with_several(turn, reply, "pay")
