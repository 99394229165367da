"""Where a program or a kind of work can lead: a career ladder with what each step pays."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asking_the_way import ladder_named
from actions.following import go_on, stay_with
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import meant, named
from actions.reply import Reply
from actions.turn import Turn
from actions.way import offer_way, show_way, way_asked, which_work
from knowledge.cards import ladder_card
from matching.ladders import Standing, ladder_from
from matching.program import Ladder, Program

OTHERS_OFFERED = 3


class ActionShowLadder(GuideAction):
    """Answer "what comes after?" and "show me the steps"."""

    topic = "ladder"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        asked = way_asked(turn)
        if asked:
            return show_way(turn, reply, asked)
        name = ladder_named(turn) or str(turn.memory.choice.get("value"))
        chosen = turn.release.ladders.get(name)
        if chosen:
            return ladder_of_work(turn, reply, [Standing(chosen, 0, True)])
        for program in meant(turn):
            standing = ladder_from(turn.release.ladders.values(), program)
            if standing and (is_spoken_of(turn, program) or is_wished(turn, standing)):
                reply.say("ladder.of_program", program=program.name)
                show(turn, reply, standing)
                stay_with(turn, reply, program, "ladder")
                offer_way(reply, standing.ladder)
                return reply
        return ladder_of_work(turn, reply, ladders_wished(turn))


def is_spoken_of(turn: Turn, program: Program) -> bool:
    """Tell whether a program is named or in view, and not merely on the list."""
    return program.id == turn.memory.in_view or program in named(turn)


def is_wished(turn: Turn, standing: Standing) -> bool:
    """Tell whether a ladder is of the work somebody wants; anything is, when they named none."""
    likes = turn.profile.interests.likes
    return not likes or standing.ladder.sector in likes


def ladder_of_work(turn: Turn, reply: Reply, standings: Sequence[Standing]) -> Reply:
    """Show the ladder of a kind of work; ask for one when none is known."""
    if not standings:
        return which_work(turn, reply)
    reply.say("ladder.of_work", name=standings[0].ladder.name)
    show(turn, reply, standings[0])
    for other in standings[1 : 1 + OTHERS_OFFERED]:
        choice = {"intent": "ask_ladder", "value": other.ladder.id}
        reply.offer("ladder_named", choice, name=other.ladder.name)
    reply.topic = "ladder"
    if not reply.quick_replies:
        go_on(turn, reply)
    offer_way(reply, standings[0].ladder)
    return reply


def ladders_wished(turn: Turn) -> list[Standing]:
    """List the ladders of the jobs, then of the sectors a person likes."""
    ladders = turn.release.ladders.values()
    supposed = (turn.heard.delta.get("interests") or {}).get("occupations") or ()
    socs = dict.fromkeys((*supposed, *turn.profile.interests.occupations))
    jobs = (ladder_from(ladders, soc) for soc in socs)
    named = [standing for standing in jobs if standing]
    likes = turn.profile.interests.likes
    listed = [Standing(ladder, 0, True) for ladder in ladders if ladder.sector in likes]
    return [*named, *(one for one in listed if one not in named)]


def show(turn: Turn, reply: Reply, standing: Standing) -> None:
    """Show a ladder and, where the medians rise, from what to what."""
    ladder = standing.ladder
    rise = rise_of(ladder, standing.rung)
    if rise:
        low, high, as_of = rise
        reply.say("ladder.raise", low={"usd": low}, high={"usd": high}, as_of={"date": as_of})
    card = ladder_card(ladder, turn.release, turn.language, turn.where.state)
    reply.messages.append({"type": "ladder", "ladder": card})


def rise_of(ladder: Ladder, rung: int) -> tuple[int, int, str] | None:
    """Return a rung's median, the highest above it, and their date; None when none is higher."""
    start = ladder.rungs[rung]
    medians = [step.median_wage_usd or 0 for step in ladder.rungs[rung + 1 :]]
    if start.median_wage_usd is None or start.wage_source is None:
        return None
    as_of = ladder.sources[start.wage_source].as_of
    if as_of is None or max(medians, default=0) <= start.median_wage_usd:
        return None
    return start.median_wage_usd, max(medians), as_of
