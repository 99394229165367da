"""Where a program is and which one is nearest, as far as a source gives an address."""

from __future__ import annotations

from collections.abc import Sequence

from actions.following import stay_with, stay_with_several
from actions.pointing import meant
from actions.reply import Reply
from actions.showing import tell_me
from actions.turn import Turn
from matching.judging import Match
from matching.program import Program


def tell_where(turn: Turn) -> Reply:
    """Tell where the program spoken of is; of several, each one's card does."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    program, matches = programs[0], _judged(turn, programs)
    _say_where(turn, reply, program, matches[0])
    reply.show_matches(turn.advice.cards(matches, turn.profile))
    if len(programs) > 1:
        return stay_with_several(turn, reply, "where")
    return stay_with(turn, reply, program, "where")


def tell_nearest(turn: Turn) -> Reply:
    """Tell which of the programs spoken of has the nearest door."""
    reply, programs = Reply(turn.who), meant(turn, limit=len(turn.memory.shown) or 1)
    near = [match for match in _judged(turn, programs) if match.distance_miles is not None]
    if not near:
        return tell_where(turn)
    match = min(near, key=lambda one: one.distance_miles or 0.0)
    name, miles = turn.name_of(match.program_id), {"miles": match.distance_miles}
    reply.say("schedule.nearest", program=name, miles=miles)
    reply.show_matches(turn.advice.cards([match], turn.profile))
    return stay_with(turn, reply, turn.release.programs[match.program_id], "where")


def _judged(turn: Turn, programs: Sequence[Program]) -> list[Match]:
    return turn.advice.judged(turn.profile, [program.id for program in programs])


def _say_where(turn: Turn, reply: Reply, program: Program, match: Match) -> None:
    site = program.sites[0] if program.sites else None
    states = program.serves.states if program.serves else ()
    if match.distance_miles is not None:
        miles = {"miles": match.distance_miles}
        reply.say("schedule.where.miles", program=program.name, miles=miles)
    elif site is not None and site.city:
        place = f"{site.city}, {site.state}" if site.state else site.city
        reply.say("schedule.where.city", program=program.name, place=place)
    elif len(states) == 1:
        place_of = {"code": f"states.{states[0]}"}
        reply.say("schedule.where.serves", program=program.name, place=place_of)
    else:
        reply.say("schedule.where.unknown", program=program.name)
