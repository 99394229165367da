"""The programs a person keeps, and the next steps toward them."""

from __future__ import annotations

from actions.answers import confirmed
from actions.asked import asks
from actions.buttons import offer_start, offer_topics
from actions.gaps import steps_on
from actions.guide import GuideAction
from actions.heard import Json
from actions.learned import read_back
from actions.phrases import plain
from actions.pointing import meant, named
from actions.reply import Reply
from actions.turn import Turn
from matching.program import Program, in_language


class ActionSavePlan(GuideAction):
    """Save a program, or show what was saved."""

    topic = "plan"

    def answer(self, turn: Turn) -> Reply:
        if turn.memory.awaiting.get("name") == "keep" and turn.changed:
            return confirmed(turn)
        reply = Reply(turn.who)
        read_back(turn, reply)
        program = to_save(turn)
        if program:
            return save(turn, reply, program)
        if turn.memory.saved:
            return show_plan(turn, reply.say("plan.shown"), turn.memory.saved)
        return save_shown(turn, reply)


def save_shown(turn: Turn, reply: Reply) -> Reply:
    """Put the programs just seen into a plan, since none was named; with none seen, say so."""
    seen = [program.id for program in meant(turn)]
    if not seen:
        offer_start(reply.say("plan.empty"))
        return reply
    reply.saved = seen
    return show_plan(turn, reply.say("plan.from_list", count=len(seen)), seen)


def to_save(turn: Turn) -> Program | None:
    """Pick what to save: the program named, else the one in view if it is not saved yet."""
    if turn.memory.choice.get("value") == "show":
        return None
    spoken = named(turn)
    if spoken:
        return spoken[0]
    in_view = turn.program(turn.memory.in_view)
    only_shown = turn.memory.shown[:1] if len(turn.memory.shown) == 1 else ()
    candidate = in_view or next((p for p in map(turn.program, only_shown) if p), None)
    return candidate if candidate and candidate.id not in turn.memory.saved else None


def save(turn: Turn, reply: Reply, program: Program) -> Reply:
    known = program.id in turn.memory.saved
    reply.say("plan.already" if known else "plan.saved", program=program.name)
    reply.saved = list(dict.fromkeys([*turn.memory.saved, program.id]))
    reply.in_view = program.id
    offer_topics(reply, program, but=["save"])
    return show_plan(turn, reply, reply.saved)


def show_plan(turn: Turn, reply: Reply, saved: object) -> Reply:
    """Show the saved programs as cards and the steps still to take."""
    ids = [program_id for program_id in saved if turn.program(program_id)]  # type: ignore[attr-defined]
    cards = turn.advice.cards(turn.advice.judged(turn.profile, ids), turn.profile)
    steps = [step for card in cards for step in _steps(turn, card)]
    plan = {"saved": ids, "programs": cards, "steps": steps}
    if asks("reopen", plain(turn.heard.text)):
        reply.say_if_short("plan.reopen")
    reply.messages.append({"type": "plan", "plan": plan})
    if not reply.quick_replies:
        offer_start(reply)
    return reply


def _steps(turn: Turn, card: Json) -> list[Json]:
    name = in_language(turn.name_of(card["program_id"]), turn.language)
    texts = steps_on(card)
    return [{"program_id": card["program_id"], "program": name, "text": text} for text in texts]
