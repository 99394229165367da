"""Shows programs: the best matches as cards, said honestly, never the same list as news."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asking import ask_next
from actions.buttons import offer_after_list, offer_sectors
from actions.centers import nearest_center
from actions.learned import read_back
from actions.reply import Reply
from actions.turn import Turn
from actions.unmatched import wishes_in_codes
from matching.implied import OF_SCHOOLS, WORKING_AGE
from matching.match import OPEN, Match
from matching.nearness import NEAR_MILES
from matching.program import leaves_of
from matching.ranking import finds
from matching.telling import is_wished

CARDS = 4
WORKPLACE = frozenset({"employer", "union", "past_probation"})
WORTH_SHOWING = 0.2  # of the best match's score: less is beside the point
NEARBY = frozenset({"near.site", "serves.city", "serves.state"})


def show_best(turn: Turn, reply: Reply, *, news: bool = True) -> Reply:
    """Show the best matches, then ask the next question. `news`: something was just said."""
    return follow(turn, show_list(turn, reply, news=news))


def show_news(turn: Turn, reply: Reply) -> Reply:
    """Answer what was said of the person in passing, beside a hello or a thank you."""
    read_back(turn, reply)
    return show_best(turn, reply)


def show_list(turn: Turn, reply: Reply, *, news: bool = True) -> Reply:
    """Show the best matches and nothing after them."""
    chosen = to_show(turn)
    if not chosen:
        reply.say("matching.nothing_fits").show_resources(nearest_center(turn))
    elif _is_same(turn, chosen):
        _say_same(turn, reply, news=news)
        if (news and turn.changed) or turn.heard.intent == "find_programs" or turn.heard.delta:
            reply.show_matches(turn.advice.cards(chosen, turn.profile))
    else:
        _show(turn, reply, chosen)
    if not chosen or is_far_from_all(turn, chosen):
        reply.unmatched = wishes_in_codes(turn)
    reply.shown, reply.in_view = [match.program_id for match in chosen], ""
    reply.topic = "list"
    return reply


def _say_same(turn: Turn, reply: Reply, *, news: bool) -> None:
    """Say why no cards come: nothing new was said, or it changes nothing."""
    if not news and turn.heard.delta and turn.heard.intent == "inform":
        reply.say("matching.known")
    elif not news and turn.heard.intent == "inform":
        reply.say("matching.nothing_new", helps={"code": f"matching.helps.{_helpful(turn)}"})
    else:
        reply.say("matching.same_list")
    if not news:
        reply.offer("more", {"intent": "find_programs", "value": "more"})


def _helpful(turn: Turn) -> str:
    """Name the first thing not yet known that would help to look."""
    who = turn.profile
    known = {
        "age": who.age,
        "location": who.location.city or who.location.zip,
        "education": who.education.level,
        "interests": who.interests.likes or who.interests.occupations,
    }
    return next((name for name, value in known.items() if not value), "other")


def show_more(turn: Turn, reply: Reply) -> Reply:
    """Show the matches after those shown so far."""
    seen = frozenset(turn.memory.shown)
    rest = [match for match in finds(turn.matches) if match.program_id not in seen][:CARDS]
    if rest:
        reply.say("matching.more").show_matches(turn.advice.cards(rest, turn.profile))
        reply.shown, reply.in_view = [match.program_id for match in rest], ""
    else:
        reply.say("matching.no_more")
    return follow(turn, reply)


def follow(turn: Turn, reply: Reply) -> Reply:
    """End with a next step: the question that matters most, else things to do with the list."""
    among = _of_schools(turn) if is_child(turn) else None
    if not ask_next(turn, reply, among or None):
        offer_after_list(reply)
    return reply


def tell_me(turn: Turn, reply: Reply) -> Reply:
    """Ask somebody we know nothing of to say something."""
    reply.say("matching.tell_me")
    offer_sectors(turn, reply)
    reply.awaiting = {"kind": "field", "name": "interests"}
    return reply


def to_show(turn: Turn) -> list[Match]:
    """Pick the matches to show; when none is open or a step away, the nearest to it.

    What only the people of some workplace get in to is shown when there is nothing better.
    """
    if is_child(turn) and (schools := _of_schools(turn)):
        return schools
    found = finds(turn.matches)
    chosen = ([match for match in found if not is_for_a_workplace(match)] or found)[:CARDS]
    if chosen:
        floor = WORTH_SHOWING * max(match.score for match in chosen)
        return [match for match in chosen if match.score >= floor]
    return [match for match in turn.matches if match.verdict == "not_now"][: CARDS - 1]


def is_child(turn: Turn) -> bool:
    """Tell somebody so young that nearly every program is for later."""
    return turn.profile.age is not None and turn.profile.age < WORKING_AGE


def _of_schools(turn: Turn) -> list[Match]:
    """List what high schools have, for somebody who will go to one."""
    programs = turn.release.programs
    return [
        match
        for match in turn.matches
        if programs[match.program_id].kind == OF_SCHOOLS
        and match.verdict != "closed"
        and (match.serves_location or not turn.where.state)
    ][: CARDS - 1]


def is_for_a_workplace(match: Match) -> bool:
    """Tell whether only workers of some employer or union get in, and nobody said to be one."""
    leaves = (leaf for one in match.doubted for leaf in leaves_of(one))
    return any(not WORKPLACE.isdisjoint(leaf.rule) for leaf in leaves)


def _show(turn: Turn, reply: Reply, chosen: Sequence[Match]) -> None:
    opened = [match for match in chosen if match.verdict in OPEN and not match.only_if]
    far = not is_child(turn) and is_far_from_all(turn, chosen) and _asks_elsewhere(turn)
    if is_child(turn):
        reply.say("matching.for_later", age=turn.profile.age)
    elif far:
        some = "_but_others" if any(is_here(match) for match in chosen) else ""
        reply.say(f"matching.none_near{some}", place=turn.where.city or _state_name(turn))
    elif opened:
        reply.say("matching.open", count=len(opened))
    elif any(match.only_if for match in chosen):
        reply.say("matching.only_some")
    elif chosen[0].verdict == "one_step_away":
        reply.say("matching.one_step", count=len(chosen))
    else:
        reply.say("matching.not_now")
    reply.show_matches(turn.advice.cards(chosen, turn.profile))
    if far:
        listed = {match.program_id for match in chosen}
        reply.show_resources(card for card in nearest_center(turn) if card["id"] not in listed)
    _say_what_opens_soon(turn, reply, chosen)


def is_far_from_all(turn: Turn, chosen: Sequence[Match]) -> bool:
    """Tell whether none of what the person wants is near: only what serves a state or country."""
    wishes = turn.profile.interests
    if not turn.where.state or not (wishes.likes or wishes.occupations):
        return False
    return not any(is_wished(match) and is_near(match) for match in chosen)


def _asks_elsewhere(turn: Turn) -> bool:
    """Tell whether the place or the work is new: what was said of it once need not be again."""
    before, now = turn.before, turn.profile
    known = before.location == now.location and before.interests == now.interests
    return not known or not turn.memory.shown


def is_near(match: Match) -> bool:
    """Tell whether a program is within reach of where the person lives."""
    if match.distance_miles is not None and match.distance_miles > NEAR_MILES:
        return False
    return any(reason.code in NEARBY for reason in match.reasons)


def is_here(match: Match) -> bool:
    """Tell whether a program has a door near the person, or serves just their city."""
    if match.distance_miles is not None and match.distance_miles <= NEAR_MILES:
        return True
    return any(reason.code == "serves.city" for reason in match.reasons)


def _state_name(turn: Turn) -> dict[str, str]:
    return {"code": f"states.{turn.where.state}"}


def _say_what_opens_soon(turn: Turn, reply: Reply, chosen: Sequence[Match]) -> None:
    """Name the first program that a birthday within a year opens, when age was just said."""
    if turn.profile.age == turn.before.age and (
        turn.profile.next_birthday == turn.before.next_birthday
    ):
        return
    for match in chosen:
        opens = opens_on(match)
        if opens and match.verdict == "one_step_away":
            reply.say_if_short(
                "matching.opens_on", program=turn.name_of(match.program_id), on=opens
            )
            return


def opens_on(match: Match) -> dict[str, str] | None:
    """Return when a birthday opens a program; None when no birthday does."""
    for gap in match.missing:
        for step in gap.steps:
            if step.code == "step.age_date" and step.date:
                return {"date": step.date}
    return None


def _is_same(turn: Turn, chosen: Sequence[Match]) -> bool:
    """Tell whether the person has just seen these cards, saying the same."""
    ids = [match.program_id for match in chosen]
    if list(turn.memory.shown) != ids:
        return False
    if turn.before == turn.profile:
        return True
    return _outline(turn.advice.judged(turn.before, ids)) == _outline(chosen)


def _outline(matches: Sequence[Match]) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (match.verdict, tuple(judged.status for judged in match.requirements)) for match in matches
    ]
