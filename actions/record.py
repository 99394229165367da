"""“Will my record keep me out?”: what a source says of records, and who takes people with one."""

from __future__ import annotations

from collections.abc import Sequence

from actions.asked import asks
from actions.centers import nearest_center
from actions.following import stay_with, stay_with_several
from actions.learned import read_back
from actions.phrases import plain
from actions.pointing import named, trade_pointed_at
from actions.reply import Reply
from actions.showing import CARDS
from actions.terms import short
from actions.turn import Turn
from actions.verdicts import judge_aloud
from matching.match import OPEN, Match
from matching.program import Program
from matching.ranking import finds
from matching.records import asks_of_records, welcomes_record

BESIDE = 2  # programs named beside the one asked about
WONDERING = frozenset(
    {"ask_eligibility", "ask_requirements", "find_programs", "inform", "correct", "compare"}
    | {"nlu_fallback", "out_of_scope", "ask_support", "what_if", "ask_apply", "help"}
)


def asks_of_a_record(turn: Turn, said: str) -> bool:
    """Tell whether a message asks what a record means for getting in."""
    if turn.heard.intent not in WONDERING or not asks("record", said):
        return False
    return asks("record_matters", said)


def tell_of_record(turn: Turn) -> Reply:
    """Answer of the program meant, else name those that welcome people with a record."""
    reply = Reply(turn.who)
    read_back(turn, reply)
    of_several = asks("which_ones", plain(turn.heard.text)) or "interests" in turn.heard.delta
    program = None if of_several and not named(turn) else _one_meant(turn)
    return _of_program(turn, reply, program) if program else _of_all(turn, reply)


def _one_meant(turn: Turn) -> Program | None:
    spoken = named(turn)
    if spoken:
        return spoken[0]
    return turn.program(trade_pointed_at(turn)) or turn.program(turn.memory.in_view)


def _of_program(turn: Turn, reply: Reply, program: Program) -> Reply:
    [match] = turn.advice.judged(turn.profile, [program.id])
    if match.verdict not in OPEN:
        told = judge_aloud(turn, reply, program)
        _say_rule(told, program)
        return told
    _say_rule(reply, program)
    beside = [] if welcomes_record(program) else _welcoming(turn, but=program.id)[:BESIDE]
    if beside:
        reply.say("record.elsewhere", names=[turn.name_of(one.program_id) for one in beside])
    reply.show_matches(turn.advice.cards([match, *beside], turn.profile))
    reply.shown = turn.memory.shown
    return stay_with(turn, reply, program, "eligibility")


def _say_rule(reply: Reply, program: Program) -> None:
    if welcomes_record(program):
        reply.say("record.welcome", program=program.name)
        return
    leaf = asks_of_records(program)
    if leaf is not None:
        reply.say("record.rule", program=program.name, text=short(leaf.text))
    else:
        reply.say("record.silent", program=program.name)


def _of_all(turn: Turn, reply: Reply) -> Reply:
    found = _welcoming(turn)[:CARDS]
    if found:
        reply.say("record.those", count=len(found))
        reply.show_matches(turn.advice.cards(found, turn.profile))
        reply.shown = [match.program_id for match in found]
    else:
        reply.say("record.none_says").show_resources(nearest_center(turn))
    return stay_with_several(turn, reply, "eligibility")


def _welcoming(turn: Turn, but: str = "") -> Sequence[Match]:
    """List open programs that take people from here and say that a record is no bar."""
    return [
        match
        for match in finds(turn.matches)
        if match.program_id != but
        and match.verdict in OPEN
        and match.serves_location is not False
        and welcomes_record(turn.release.programs[match.program_id])
    ]
