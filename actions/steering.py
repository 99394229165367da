"""What a message asks in its own words, whatever the bot took it for: a pointer, a detail."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.asides import tell_of_needs, tell_of_papers, tell_of_privacy, tell_of_unpaid_wages
from actions.asked import asks, is_only
from actions.following import which_program
from actions.ged import asks_the_way_to_a_ged, tell_way_to_a_ged
from actions.heard import CLIENT
from actions.impossible import refused_value
from actions.known import ask_what
from actions.leading import after_help, led
from actions.phrases import parts_of, plain
from actions.record import asks_of_a_record, tell_of_record
from actions.repeating import last_asked, repeated
from actions.reply import Reply
from actions.speaking import asks_for_language, go_on_in
from actions.telling import show_again
from actions.turn import Turn
from actions.way import way_asked
from actions.wondering import (
    asks_why_not,
    nothing_here,
    refused,
    wonders_of_something,
    work_wondered_of,
)
from actions.worded import SHORT_ANSWERS, worded

Answer = Callable[[Turn], Reply]
Steered = tuple[Turn, Reply | None]
WISHED_AS = frozenset({"inform", "find_programs", "nlu_fallback", "affirm", "out_of_scope"})
DENYING = re.compile(r"\b(?:but|not|dont|never|pero|no|nunca)\b")
SAME_WORK = "same_work"
TALE = frozenset({"inform", "out_of_scope", "nlu_fallback", "ask_pay", "greet"})
UNTOUCHED = frozenset({"crisis", "restart", "delete_my_data"})
MAY_ASK_THE_WAY = frozenset(
    {
        "ask_ladder",
        "ask_apply",
        "ask_eligibility",
        "ask_requirements",
        "ask_support",
        "find_programs",
    }
    | {"help", "inform", "nlu_fallback", "out_of_scope"}
)
MENDED: Mapping[str, str] = {
    "inform": "list",
    "find_programs": "list",
    "correct": "correction",
    "nlu_fallback": "meaning",
    "affirm": "answers",
    "goodbye": "bye",
    "save_plan": "plan",
}


def steered(turn: Turn, topics: Mapping[str, Answer]) -> Steered:
    """Answer what the words themselves ask; no reply: the bot's choice of topic stands."""
    if turn.memory.choice:
        return turn, None
    said = plain(turn.heard.text)
    found = after_help(turn)
    if found is not None:
        return found
    if turn.heard.intent == "restart" and (turn.heard.delta or _now_for_oneself(turn, said)):
        return begun_anew(turn, topics)
    if turn.heard.intent == "restart" and asks_for_language(turn):
        return _commands(turn, said, topics) or (turn, None)
    if turn.heard.intent in UNTOUCHED:
        return turn, None
    for steer in STEERS:
        found = steer(turn, said, topics)
        if found is not None:
            return found
    return turn, _of_the_mended(turn, topics)


def _of_the_mended(turn: Turn, topics: Mapping[str, Answer]) -> Reply | None:
    """Answer what a message was found to be, where the bot chose by what it took it for."""
    if not turn.heard.mended:
        return None
    asked = "?" in turn.heard.text or asks("passed_on", plain(turn.heard.text))
    if turn.heard.taken_for == "delete_my_data" and turn.heard.intent == "nlu_fallback" and asked:
        return tell_of_privacy(turn)
    return topics[MENDED[turn.heard.intent]](turn)


def _ged(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """How one gets a GED: no program's door, no language to switch to, nothing supposed."""
    return tell_way_to_a_ged(turn) if asks_the_way_to_a_ged(turn) else None


def _record(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """What a record means for getting in; a "no" in the question is no answer."""
    return (turn, tell_of_record(turn)) if asks_of_a_record(turn, said) else None


def _same(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """“I want to do that”, of a program in view: how to get in. Of a job unwanted: what stays."""
    if turn.heard.spared:
        return turn, topics["correction"](turn)
    if _only_tells_of_another(turn, said):
        return turn, ask_same(turn)
    wished = asks("same_too", said) and turn.memory.in_view and not turn.changed
    if wished and turn.heard.intent in WISHED_AS and "?" not in turn.heard.text:
        return turn, topics["apply"](turn)
    return None


def _only_tells_of_another(turn: Turn, said: str) -> bool:
    """Tell “my cousin is a welder” of somebody whose own wish is not known, nor denied."""
    interests = turn.profile.interests
    wished = interests.likes or interests.occupations or turn.heard.delta
    plainly = "?" not in turn.heard.text and not DENYING.search(said)
    told = bool(turn.heard.others_work) and turn.heard.intent in TALE
    return told and plainly and not wished


def _now_for_oneself(turn: Turn, said: str) -> bool:
    """Tell “now one for me” of somebody who asked for another so far."""
    return turn.memory.speaks_of == CLIENT and asks("for_me", said)


def ask_same(turn: Turn) -> Reply:
    """Ask somebody who tells of another's work whether they want that work too."""
    reply = Reply("").say("answers.same_work")
    delta = {"interests": dict(turn.heard.others_work)}
    reply.awaiting = {"kind": "confirm", "name": SAME_WORK, "delta": delta}
    reply.offer("yes", {"intent": "affirm", "delta": delta, "value": SAME_WORK})
    return reply.offer("no", {"intent": "deny", "value": SAME_WORK})


def _commands(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """Start over, another language, and a question that is not to be answered."""
    if _now_for_oneself(turn, said):
        return begun_anew(turn, topics)
    if any(is_only("restart", part) for part in parts_of(turn.heard.text)):
        return begun_anew(turn, topics)
    language = asks_for_language(turn)
    if language:
        spoken = in_language(turn, language)
        return spoken, said_again(spoken, topics)
    if turn.memory.awaiting.get("kind") != "confirm" and is_only("skip", said):
        heard = replace(turn.heard, intent="dont_know", delta={})
        skipping = replace(turn, heard=heard, profile=turn.before)
        if turn.memory.language:
            skipping = in_language(skipping, turn.memory.language)
        asked = turn.memory.awaiting.get("kind") in ("field", "requirement", "choice")
        return skipping, topics["answers" if asked else "going_on"](skipping)
    return None


def _impossible(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    reply = refused_value(turn)
    return None if reply is None else (turn, reply)


def said_again(turn: Turn, topics: Mapping[str, Answer]) -> Reply:
    """Say the last answer once more, in the language somebody asks for."""
    if turn.memory.topic == "list" and turn.memory.shown:
        return go_on_in(turn, lambda asked: show_again(asked, Reply(asked.who)))
    spoken_of = turn.memory.in_view or turn.memory.shown
    return go_on_in(turn, last_asked(turn, topics) if spoken_of else None)


def begun_anew(turn: Turn, topics: Mapping[str, Answer]) -> Steered:
    """Start over; what the same message says of the next person is theirs."""
    if asks("for_me", plain(turn.heard.text)):
        turn = turn.of_oneself()
    if not turn.heard.delta:
        return turn, topics["restart"](turn)
    fresh = turn.anew()
    reply = topics["list"](fresh)
    reply.messages.insert(0, {"type": "say", "code": "restart.done", "params": {}})
    reply.effect = "restart"
    return fresh, reply


def _asides(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """What is asked beside the search. A "no" in it answers no other question."""
    quiet = turn.heard.intent in SHORT_ANSWERS
    aside = replace(turn, profile=turn.before) if quiet else turn
    if asks("papers", said):
        return aside, tell_of_papers(aside)
    if asks("unpaid", said):
        return aside, tell_of_unpaid_wages(aside)
    if asks("needs", said):
        return aside, tell_of_needs(aside)
    if asks("privacy", said) and not turn.changed:
        return turn, tell_of_privacy(turn)
    to_print = turn.heard.intent == "save_plan" and asks("save", said)
    if asks("about_me", said) and not turn.changed and not to_print:
        return turn, ask_what(turn, Reply(turn.who))
    return None


def in_language(turn: Turn, language: str) -> Turn:
    """Go on with the same turn in another language."""
    heard = replace(
        turn.heard, language=language, delta={}, text="", speaks_of=turn.memory.speaks_of
    )
    advice = replace(turn.advice, language=language)
    return replace(turn, heard=heard, advice=advice, profile=turn.before)


def _way(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """How one gets to a job, whatever the bot took the question for."""
    if turn.heard.intent not in MAY_ASK_THE_WAY or way_asked(turn) is None:
        return None
    return turn, topics["ladder"](turn)


def _why_not(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """Why some program is not on the list: of the one named, and what is named is no wish."""
    if not asks_why_not(turn):
        return None
    asking = refused(turn)
    if asking:
        return asking, topics["eligibility"](asking)
    if not wonders_of_something(turn) or turn.knows_nothing:
        return None
    quiet = replace(turn, profile=turn.before)
    reply = Reply(turn.who)
    sector = work_wondered_of(turn)
    if sector is not None and turn.where.state:
        return quiet, nothing_here(quiet, reply, sector)
    return quiet, which_program(quiet, reply, "eligibility", "eligibility.none_such")


STEERS = (
    _ged,
    _commands,
    _impossible,
    _asides,
    _record,
    _why_not,
    _same,
    _way,
    led,
    worded,
    repeated,
)  # the first that has an answer
