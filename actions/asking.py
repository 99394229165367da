"""Puts the one question that opens the most doors, with its reason and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.buttons import offer_schooling, offer_sectors, offer_skip, offer_yes_no
from actions.reply import Reply
from actions.terms import short
from actions.turn import Turn
from matching.asking import Question
from matching.match import Match
from matching.profile import FLAGS
from matching.program import Words

TIMES_RESUMED = 2  # digressions after which an open question is put again


def ask_next(turn: Turn, reply: Reply, matches: Sequence[Match] | None = None) -> bool:
    """Ask what would settle most among the matches; False when nothing would."""
    among = list(turn.matches if matches is None else matches)
    unaskable = turn.unaskable.union(reply.skipped)
    question = turn.advice.question(turn.profile, among, unaskable)
    if question is None:
        return False
    ask(turn, reply, question)
    return True


def ask(turn: Turn, reply: Reply, question: Question) -> None:
    """Ask one question; why comes with it."""
    _put(turn, reply, question)
    program = turn.program(question.program_id)
    if question.kind == "requirement" and program:
        if reply.in_view == program.id:
            return  # the whole answer is about that program
        reply.say_if_short("requirements.asked_by", program=program.name)
    else:
        reply.say_if_short(question.why_code, count=max(1, question.opens))


def ask_again(turn: Turn, reply: Reply) -> bool:
    """Put the open question once more, in other words; False when it was put often enough."""
    question = _open_question(turn)
    if question is None or question.name in turn.unaskable:
        return False
    _put(turn, reply, question)
    return True


def come_back(turn: Turn, reply: Reply) -> bool:
    """Come back to the question a digression left open, at most twice; False: not this time."""
    question = _open_question(turn)
    if question is None or question.name in turn.memory.skipped:
        return False
    resumed = int(turn.memory.awaiting.get("resumed") or 0)
    if resumed >= TIMES_RESUMED:
        stay_open(turn, reply)
        return False
    _put(turn, reply, question)
    reply.asked.remove(question.name)  # the same asking, not another one
    reply.awaiting = {**(reply.awaiting or {}), "resumed": resumed + 1}
    return True


def stay_open(turn: Turn, reply: Reply) -> None:
    """Leave an open question open without putting it: a later “17” still is the answer."""
    question = _open_question(turn)
    if question is not None and not _is_yes_or_no(question):
        reply.awaiting = reply.awaiting or turn.memory.awaiting


def _open_question(turn: Turn) -> Question | None:
    awaiting = turn.memory.awaiting
    kind, name = str(awaiting.get("kind")), str(awaiting.get("name"))
    if kind not in ("field", "requirement") or _known(turn, kind, name):
        return None
    return Question(kind, name, "", 1, awaiting.get("program_id"))


def _put(turn: Turn, reply: Reply, question: Question) -> None:
    if question.kind == "requirement":
        reply.say("requirements.ask.confirm", requirement=_text_of(turn, question))
    else:
        reply.say(f"requirements.ask.{question.name}")
    _offer_answers(turn, reply, question)
    reply.asked.append(question.name)
    reply.awaiting = {
        "kind": question.kind,
        "name": question.name,
        "program_id": question.program_id,
    }


def _offer_answers(turn: Turn, reply: Reply, question: Question) -> None:
    if _is_yes_or_no(question):
        offer_yes_no(reply, question.name, question.kind)
    elif question.name == "education":
        offer_schooling(turn, reply)
    elif question.name == "interests":
        offer_sectors(turn, reply)
        offer_skip(reply, question.name)
    else:
        offer_skip(reply, question.name)


def _is_yes_or_no(question: Question) -> bool:
    return question.kind == "requirement" or is_yes_or_no(question.name)


def is_yes_or_no(name: str) -> bool:
    return name.removeprefix("facts.") in FLAGS


def _text_of(turn: Turn, question: Question) -> Words:
    program_id = question.program_id or question.name.partition("#")[0]
    [match] = turn.advice.judged(turn.profile, [program_id])
    texts = {judged.requirement.id: judged.requirement.text for judged in match.requirements}
    return short(texts[question.name])


def _known(turn: Turn, kind: str, name: str) -> bool:
    if kind == "requirement":
        return name in turn.profile.confirmed
    profile = turn.profile_json()
    outer, _, inner = name.partition(".")
    value = profile.get(outer)
    if inner:
        return isinstance(value, Mapping) and value.get(inner) is not None
    if isinstance(value, Mapping):
        return any(value.values())
    return value is not None
