"""What a change would open or close. Tries it; keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actions.guide import GuideAction
from actions.heard import Json
from actions.learned import listed, more, news
from actions.reply import Reply
from actions.supposed import supposed
from actions.turn import Turn
from matching.fit import is_always_there
from matching.match import Match
from matching.profile import Profile
from matching.profile_json import profile_after
from matching.telling import FAR, OTHERS, WISHED

NAMED = 3
OPENS = {WISHED: "what_if.opens", OTHERS: "what_if.opens_others", FAR: "what_if.opens_far"}
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
    """Name what opens around where they would live and what closes around where they do, of the
    work they like; other work, or what is far off, only when none of that opens. Show what opens.
    """
    opened_ids, closed_ids = turn.advice.doors(turn.before, tried)
    opened = turn.advice.worth_naming(tried, opened_ids)
    closed = turn.advice.worth_naming(turn.before, closed_ids)
    lost = [one for one in closed.matches if closed.kind == WISHED and not _is_behind(turn, one)]
    if opened.matches:
        reply.say(OPENS[opened.kind], names=names_of(turn, _ids(opened.matches)))
    if lost:
        reply.say("what_if.closes", names=names_of(turn, _ids(lost)))
    if not opened.matches and not lost:
        reply.say("what_if.nothing")
    reply.changed = {
        "tried": delta,
        "understood": {},
        "opened": _ids(opened.matches),
        "closed": _ids(lost),
    }
    reply.show_matches(turn.advice.cards(opened.matches[:NAMED], tried))


def _is_behind(turn: Turn, match: Match) -> bool:
    """Tell help beside a program, such as a class for the diploma one has then: it is no loss."""
    return is_always_there(turn.release.programs[match.program_id])


def _ids(matches: Sequence[Match]) -> list[str]:
    return [match.program_id for match in matches]


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
