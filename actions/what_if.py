"""What a change would open or close. Tries it; keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actions.guide import GuideAction
from actions.heard import Json
from actions.learned import listed, more, news
from actions.reply import Reply
from actions.showing import is_wanted
from actions.supposed import supposed
from actions.turn import Turn
from matching.match import Match
from matching.profile import Profile
from matching.profile_json import profile_after
from matching.ranking import finds

NAMED = 3
SCHOOL = ("no_high_school", "some_high_school", "in_high_school", "ged_in_progress")


class ActionTryWhatIf(GuideAction):
    """Answer "what if I had a GED?"."""

    topic = "what_if"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        delta = supposed(turn)
        tried = profile_after(turn.before, delta)
        if tried == turn.before:
            return offer_tries(turn, reply.say("what_if.ask"))
        reply.say("what_if.trying", facts=listed(news(turn, tried)))
        say_outcome(turn, reply, tried, delta)
        reply.say("what_if.keep")
        reply.awaiting = {"kind": "confirm", "name": "keep", "delta": delta}
        keep = {"intent": "affirm", "delta": delta, "value": "keep"}
        reply.offer("keep", keep)
        return reply.offer("leave", {"intent": "deny", "value": "keep"})


def say_outcome(turn: Turn, reply: Reply, tried: Profile, delta: Json) -> None:
    """Name what opens and what closes, and show what opens."""
    difference = turn.tried(tried)
    opened = concerning(tried, difference.opened, difference.after)
    closed = concerning(tried, difference.closed, difference.before)
    if opened:
        reply.say("what_if.opens", names=names_of(turn, opened))
    if closed:
        reply.say("what_if.closes", names=names_of(turn, closed))
    if not opened and not closed:
        reply.say("what_if.nothing")
    reply.changed = {
        "tried": delta,
        "understood": {},
        "opened": opened,
        "closed": closed,
    }
    gained = [match for match in difference.after if match.program_id in opened]
    reply.show_matches(turn.advice.cards(gained[:NAMED], tried))


def concerning(tried: Profile, program_ids: Sequence[str], matches: Sequence[Match]) -> list[str]:
    """Keep the programs that would be shown: of work they like, and not of others' workplaces."""
    wishes = tried.interests
    wished = bool(wishes.likes or wishes.occupations)
    return [
        match.program_id
        for match in finds(matches)
        if match.program_id in program_ids
        and not match.only_if
        and (not wished or is_wanted(match))
    ]


def names_of(turn: Turn, program_ids: Sequence[str]) -> Any:
    """Name a few programs, the rest as a number."""
    names: Any = [turn.name_of(program_id) for program_id in program_ids[:NAMED]]
    left = len(program_ids) - NAMED
    return names if left <= 0 else more({"listed": names}, left)


def offer_tries(turn: Turn, reply: Reply) -> Reply:
    """Offer changes that are not true of the person yet."""
    for label, delta in tries(turn.profile):
        reply.offer(label, {"intent": "what_if", "delta": delta})
    return reply.offer("find_programs", {"intent": "find_programs"})


def tries(profile: Profile) -> Iterator[tuple[str, Json]]:
    if profile.education.level is None or profile.education.level in SCHOOL:
        yield "what_if_ged", {"education": {"level": "high_school"}}
    if profile.age is not None:
        yield "what_if_older", {"age": profile.age + 1}
    if profile.facts.get("driver_license") is not True:
        yield "what_if_license", {"facts": {"driver_license": True}}
