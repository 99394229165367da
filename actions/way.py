"""The way to a job, step by step: from where somebody is, or from a program to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asking_the_way import Asked, Places, asked_way, asks_the_way_there
from actions.beginnings import Beginning, Way, beginnings, helping
from actions.buttons import offer_sectors
from actions.following import go_on, stay_with
from actions.reply import Reply
from actions.turn import Turn
from knowledge.cards import ladder_card
from matching.entrances import SUPERVISING
from matching.ladders import ladder_from, top_of
from matching.lattice import rung_id
from matching.nearness import Nearness
from matching.program import Ladder, Words

BEGINNINGS = 3  # programs shown to begin with
OTHERS = 3  # further jobs offered where a word means several
BEGUN = {Nearness.NATIONWIDE: "ladder.way_anywhere", Nearness.FAR: "ladder.way_far"}


def way_asked(turn: Turn) -> Asked | None:
    """Read what way a message or a button asks for; None: it asks for none."""
    chosen = str(turn.memory.choice.get("value"))
    if turn.release.lattice.rung(chosen):
        return Asked(goal=(chosen,))
    if turn.memory.choice:
        return None
    asked = asked_way(turn)
    if asked is not None or not asks_the_way_there(turn.heard.text):
        return asked
    goal = goal_in_view(turn)
    return Asked(goal=goal) if goal else None


def goal_in_view(turn: Turn) -> Places:
    """Find what “there” means: the job wished for, else the top of the ladder last spoken of."""
    lattice = turn.release.lattice
    told = (turn.heard.delta.get("interests") or {}).get("occupations")
    if turn.memory.in_view and turn.memory.topic != "ladder" and not told:
        return ()  # how one gets to its door
    for soc in turn.profile.interests.occupations:
        if lattice.rung(lattice.places(soc)[0]):
            return lattice.places(soc)
    tops = ((name, top_of(turn.release.ladders[name])) for name in _ladders_in_view(turn))
    return tuple(rung_id(name, top) for name, top in tops if top is not None)


def show_way(turn: Turn, reply: Reply, asked: Asked) -> Reply:
    """Answer with a way, from what the message names, else from a program to begin with."""
    if asked.start:
        return _from_start(turn, reply, asked)
    goal = fitting(turn, asked.goal)
    if means_too_much(turn, goal):
        return which_work(turn, reply)
    found = beginnings(turn, goal)
    shown = _from_programs(turn, reply, found) if found else _from_work(turn, reply, goal)
    _offer_others(turn, shown, goal)
    return shown


def means_too_much(turn: Turn, goal: Places) -> bool:
    """Tell a bare “supervisor” of somebody who named no work."""
    rungs = (turn.release.lattice.rung(place) for place in goal)
    sectors = {found[0].sector for found in rungs if found}
    return len(sectors) > 1 and not turn.profile.interests.likes


def which_work(turn: Turn, reply: Reply) -> Reply:
    """Ask for which kind of work a ladder or a way is meant."""
    reply.say("ladder.which")
    reply.awaiting = {"kind": "field", "name": "interests"}
    offer_sectors(turn, reply, "ask_ladder")
    return reply


def fitting(turn: Turn, goal: Places) -> Places:
    """Choose among the places a word such as “foreman” names: those on the ladder of the job
    wished for, else on the one last spoken of, else of the work somebody likes."""
    ladders = {place: found[0] for place in goal if (found := turn.release.lattice.rung(place))}
    for known in (_ladders_wished(turn), _ladders_in_view(turn)):
        fits = tuple(place for place, ladder in ladders.items() if ladder.id in known)
        if fits:
            return fits
    likes = turn.profile.interests.likes
    return tuple(place for place, one in ladders.items() if one.sector in likes) or goal


def _ladders_wished(turn: Turn) -> set[str]:
    lattice = turn.release.lattice
    jobs = (soc for soc in turn.profile.interests.occupations if not SUPERVISING.fullmatch(soc))
    rungs = (lattice.rung(place) for soc in jobs for place in lattice.places(soc))
    return {found[0].id for found in rungs if found}


def _ladders_in_view(turn: Turn) -> set[str]:
    program = turn.program(turn.memory.in_view) if turn.memory.topic == "ladder" else None
    standing = ladder_from(turn.release.ladders.values(), program) if program else None
    return {standing.ladder.id} if standing else set()


def _from_start(turn: Turn, reply: Reply, asked: Asked) -> Reply:
    way = turn.release.lattice.way(asked.start, asked.goal)
    goal = way[-1].end if way else fitting(turn, asked.goal)[0]
    if way:
        reply.say("ladder.way", start=name_of(turn, way[0].start), goal=name_of(turn, goal))
        _show(turn, reply, way)
        _show_help(turn, reply, way)
    elif way is None:
        start = name_of(turn, asked.start[0])
        reply.say("ladder.way_none", start=start, goal=name_of(turn, goal))
        _show_ladder(turn, reply, goal)
    else:
        reply.say("ladder.way_there", goal=name_of(turn, goal))
        _show_ladder(turn, reply, goal)
    return _end(turn, reply)


def _show_help(turn: Turn, reply: Reply, way: Way) -> None:
    """Name the programs near the person that lead into a job on the way."""
    near = [one.match for one in helping(turn, way)][:BEGINNINGS] if turn.where.state else []
    if near:
        names = [turn.name_of(match.program_id) for match in near]
        reply.say_if_short("ladder.way_help", names=names)
        reply.show_matches(turn.advice.cards(near, turn.profile))
        reply.shown, reply.in_view = [match.program_id for match in near], ""


def _offer_others(turn: Turn, reply: Reply, goal: Places) -> None:
    """Offer the other jobs that a word such as “foreman” may mean."""
    shown = {item["ladder"]["id"] for item in reply.messages if item["type"] == "ladder"}
    for place in goal:
        found = turn.release.lattice.rung(place)
        if found and found[0].id not in shown and len(shown) <= OTHERS:
            shown.add(found[0].id)
            choice = {"intent": "ask_ladder", "value": place}
            reply.offer("way_to", choice, job=found[0].rungs[found[1]].title)


def _from_programs(turn: Turn, reply: Reply, found: Sequence[Beginning]) -> Reply:
    first = found[0]
    code = BEGUN.get(first.nearness, "ladder.way_begins")
    program = turn.release.programs[first.match.program_id]
    reply.say(code, goal=name_of(turn, first.way[-1].end), program=program.name)
    _show(turn, reply, first.way)
    others = [one.match for one in found if one.nearness <= first.nearness][:BEGINNINGS]
    reply.show_matches(turn.advice.cards(others, turn.profile))
    reply.shown = [match.program_id for match in others]
    return stay_with(turn, reply, program, "ladder")


def _from_work(turn: Turn, reply: Reply, goal: Places) -> Reply:
    lattice = turn.release.lattice
    way = lattice.way([foot for place in goal for foot in lattice.feet(place)], goal)
    if not way:
        _show_ladder(turn, reply.say("ladder.way_there", goal=name_of(turn, goal[0])), goal[0])
        return _end(turn, reply)
    start, end = way[0].start, way[-1].end
    reply.say("ladder.way_at_work", start=name_of(turn, start), goal=name_of(turn, end))
    _show(turn, reply, way)
    return _end(turn, reply)


def _show(turn: Turn, reply: Reply, way: Way) -> None:
    """Show a way on the ladder it ends on, and say how long it takes where every step says so."""
    shown = turn.advice.way_card(way, way[0].start, turn.where.state)
    if shown["typical_years"]:
        reply.say_if_short("ladder.way_years", count=_rounded(shown["typical_years"]))
    _show_ladder(turn, reply, way[-1].end, {"way": shown})


def _rounded(years: float) -> int:
    return max(1, round(years))


def _show_ladder(
    turn: Turn, reply: Reply, place: str, more: dict[str, object] | None = None
) -> None:
    found = turn.release.lattice.rung(place)
    if found:
        card = ladder_card(found[0], turn.release, turn.language, turn.where.state)
        reply.messages.append({"type": "ladder", "ladder": {**card, **(more or {})}})


def offer_way(reply: Reply, ladder: Ladder) -> None:
    """Offer to show how one gets to the top of a ladder."""
    top = top_of(ladder)
    if top is not None:
        choice = {"intent": "ask_ladder", "value": rung_id(ladder.id, top)}
        reply.offer("way_to", choice, job=ladder.rungs[top].title)


def name_of(turn: Turn, place: str) -> Words | str:
    """Name a place of the net."""
    if place in turn.release.programs:
        return turn.release.programs[place].name
    found = turn.release.lattice.rung(place)
    if found:
        return found[0].rungs[found[1]].title
    job = turn.release.occupations.get(place)
    return job.title if job else place


def _end(turn: Turn, reply: Reply) -> Reply:
    reply.topic = "ladder"
    return reply if reply.quick_replies else go_on(turn, reply)
