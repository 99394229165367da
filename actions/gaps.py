"""What stands between a person and a program, and the first step past it."""

from __future__ import annotations

from actions.heard import Json
from actions.reply import Reply
from actions.terms import short
from actions.turn import Turn
from matching.match import Match

UNMET_NAMED = 2


def say_gap(turn: Turn, reply: Reply, match: Match) -> None:
    """Name what stands in the way, and the first step past it."""
    missing = [judged for judged in match.requirements if judged.status == "not_met"]
    closing = [judged for judged in missing if judged.closes] or missing
    if match.serves_location is False:
        place = turn.where.city or {"code": f"states.{turn.where.state}"}
        reply.say("eligibility.not_here", place=place)
        reply.offer("find_programs", {"intent": "find_programs"})
        return
    named = [short(judged.counting.requirement.text) for judged in closing[:UNMET_NAMED]]
    reply.say("eligibility.unmet", requirements=named)
    steps = steps_on(turn.advice.cards([match], turn.profile)[0])
    if len(steps) == 1:
        reply.say("eligibility.step", step=steps[0])
    elif steps:
        reply.say("eligibility.steps", count=len(steps), step=steps[0])
    else:
        reply.say_if_short("eligibility.no_step")


def steps_on(card: Json) -> list[str]:
    """List what to do to get in, in order."""
    return [step["text"] for step in (card["path"] or {"steps": ()})["steps"]]
