"""Help along the way: child care, rides, money. What programs offer, and who else helps."""

from __future__ import annotations

from actions.asked import asks
from actions.centers import centers, has_211
from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import read_back
from actions.phrases import plain
from actions.pointing import meant, named
from actions.reply import Reply
from actions.turn import Turn
from actions.verdicts import judge_best_of
from matching.match import Match
from matching.nearness import NEAR_MILES
from matching.program import Program
from matching.ranking import finds

HELP = "support"  # the kind of a program that is a help and no training
WORDED = ("childcare", "transport", "esl", "ged", "tools", "stipend")
NEEDS = {  # what a fact says a person may need help with
    "childcare": ("parent_or_pregnant", True),
    "transport": ("own_transport", False),
    "stipend": ("low_income", True),
    "esl": ("english_learner", True),
}


class ActionFindSupport(GuideAction):
    """Answer "can they help with child care, rides, money?"."""

    topic = "support"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if named_help(turn):
            return judge_best_of(turn, reply, named_help(turn))
        read_back(turn, reply)
        programs, wanted = meant(turn), wanted_by(turn)
        helping = [program for program in programs if offered(program, wanted)]
        if programs and not helping:
            reply.say("support.none")
        helping = helping or _others_helping(turn, wanted)
        for program in helping[:2]:
            supports = [{"code": f"codes.support.{code}"} for code in offered(program, wanted)]
            reply.say_if_short("support.offers", program=program.name, supports=supports)
        reply.say("support.elsewhere_211" if has_211(turn) else "support.elsewhere")
        reply.show_resources(centers(turn))
        reply.topic = "support"
        return go_on(turn, reply)


def named_help(turn: Turn) -> list[Program]:
    """List the programs named that are a help themselves: “can I get WIOA help?” asks to get in.

    Nothing when a message asks whether they help with something, such as rides.
    """
    said, spoken = plain(turn.heard.text), named(turn)
    of_something = any(asks(f"need_{code}", said) for code in WORDED)
    return [] if of_something or not all(one.kind == HELP for one in spoken) else spoken


def wanted_by(turn: Turn) -> set[str]:
    """Name the help that is asked for, else what the person seems to need; nothing: who knows."""
    said, facts = plain(turn.heard.text), turn.profile.facts
    worded = {code for code in WORDED if asks(f"need_{code}", said)}
    return worded or {code for code, (flag, value) in NEEDS.items() if facts.get(flag) is value}


def _others_helping(turn: Turn, wanted: set[str]) -> list[Program]:
    """Find the best match beyond the list that says it helps with just that."""
    anywhere = asks("anywhere", plain(turn.heard.text))
    if not wanted or (turn.memory.in_view and not anywhere):
        return []
    found = [one for one in finds(turn.matches) if _is_near(one)]
    programs = (turn.release.programs[one.program_id] for one in found)
    return [program for program in programs if wanted.intersection(program.supports)][:1]


def _is_near(match: Match) -> bool:
    return (
        bool(match.serves_location and not match.only_if)
        and (match.distance_miles or 0) <= NEAR_MILES
    )


def offered(program: Program, wanted: set[str]) -> list[str]:
    """List what a program helps with, of what is wanted where we know it."""
    return [code for code in program.supports if not wanted or code in wanted]
