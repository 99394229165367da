"""The verdict on one program or several in words: why, what is missing, the nearest step."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asking import ask_next
from actions.buttons import offer_programs, offer_topics
from actions.fitting import fitting_first
from actions.following import stay_with_several
from actions.gaps import say_gap
from actions.reply import Reply
from actions.terms import short
from actions.turn import Turn
from actions.whose import say_first_look, say_own_rule
from matching.match import OPEN, Judged, Match
from matching.program import Group, Program, Words, leaves_of
from matching.rules import never_a_status


def judge_best_of(turn: Turn, reply: Reply, programs: Sequence[Program]) -> Reply:
    """Of several programs that go by one name, judge the one that fits; the others are buttons."""
    first, *others = fitting_first(turn, programs)
    judge_aloud(turn, reply, first)
    offer_programs(turn, reply, "ask_eligibility", [one.id for one in others])
    return reply


def judge_first(turn: Turn, reply: Reply, programs: Sequence[Program]) -> Reply:
    return judge_aloud(turn, reply, programs[0])


def judge_each(turn: Turn, reply: Reply, programs: Sequence[Program]) -> Reply:
    """Say how many of several are open; each card says the rest."""
    matches = turn.advice.judged(turn.profile, [program.id for program in programs])
    opened = [match for match in matches if match.verdict in OPEN and not match.only_if]
    if opened:
        reply.say("matching.open", count=len(opened))
    else:
        reply.say("matching.not_now")
    reply.show_matches(turn.advice.cards(opened or matches, turn.profile))
    return stay_with_several(turn, reply, "eligibility")


def judge_aloud(turn: Turn, reply: Reply, program: Program) -> Reply:
    """Tell one program's verdict, why, and what to do next."""
    [match] = turn.advice.judged(turn.profile, [program.id])
    [card] = turn.advice.cards([match], turn.profile)
    _say_verdict(reply, match, program)
    say_successor(turn, reply, program)
    if match.verdict in ("one_step_away", "not_now"):
        say_gap(turn, reply, match)
    say_first_look(reply, program)
    say_own_rule(reply, match)
    reply.show_matches([card])
    reply.in_view, reply.topic = program.id, "eligibility"
    if not ask_next(turn, reply, [match]):
        _say_what_to_ask(reply, match)
        offer_topics(reply, program)
    return reply


def _say_verdict(reply: Reply, match: Match, program: Program) -> None:
    """Say the verdict; of a program for some people only, first who they are."""
    if match.doubted and match.verdict in OPEN:
        failed, left = _ways_of(match)
        if failed and left:
            reply.say("eligibility.other_way", program=program.name, unmet=failed[0], left=left[0])
            return
        asked = short(match.doubted[0].text)
        reply.say("eligibility.only_if", program=program.name, requirement=asked)
    else:
        _say_judged(reply, match, program)


def _ways_of(match: Match) -> tuple[list[Words], list[Words]]:
    """Part the ways into a program that is for some people: those that fail, those still open."""
    [*_, judged] = (one for one in match.requirements if one.requirement.id == match.only_if[0])
    chosen = isinstance(judged.requirement, Group) and judged.requirement.mode != "all_of"
    parts = judged.alternatives if chosen else ()
    by_status = {
        status: [short(part.requirement.text) for part in parts if part.status == status]
        for status in ("not_met", "unknown")
    }
    return by_status["not_met"], by_status["unknown"]


def _say_judged(reply: Reply, match: Match, program: Program) -> None:
    if reply.client:
        code, who = f"eligibility.verdict_client.{match.verdict}", reply.named_client
        reply.say(code, program=program.name, who=who)
    else:
        reply.say(f"eligibility.verdict.{match.verdict}", program=program.name)


def say_successor(turn: Turn, reply: Reply, program: Program) -> None:
    """Say where a closed or renamed program goes on; warn when nobody says it still runs."""
    successors = [found for found in map(turn.program, program.successor_ids) if found]
    if program.status in ("closed", "renamed") and (successors or program.succeeded_by):
        name = successors[0].name if successors else program.succeeded_by
        reply.say("eligibility.successor", name=name)
        for successor in successors[:1]:
            choice = {"intent": "ask_eligibility", "program_id": successor.id}
            reply.offer("program", choice, name=successor.name)
    elif program.status == "unknown":
        reply.say_if_short("eligibility.unsure")


def _say_what_to_ask(reply: Reply, match: Match) -> None:
    """Name what only the program can settle."""
    unknown = [one for one in match.requirements if one.status == "unknown" and _is_to_ask(one)]
    if unknown and match.verdict in OPEN:
        text = short(unknown[0].counting.requirement.text)
        reply.say_if_short("eligibility.confirm", requirement=text)


def _is_to_ask(judged: Judged) -> bool:
    """Tell what one can ask a program from what is only shown: papers, and who decides."""
    return judged.closes and not all(map(never_a_status, leaves_of(judged.requirement)))
