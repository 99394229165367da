"""“And the second one?”: what was asked last, of another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.asked import asks, is_only
from actions.following import which_program
from actions.pointing import meant, one_in_view, only_points, pointed_at, trade_pointed_at
from actions.reply import Reply
from actions.telling import tell_about
from actions.turn import Turn
from actions.worded import DETAILS, UNSURE

Answer = Callable[[Turn], Reply]
Steered = tuple[Turn, Reply | None]
POINTING_ASKS = "requirements"  # what “the second one” asks when nothing was asked before
REPEATED = frozenset({"pay", "cost", "apply", "ladder", "requirements", "eligibility"})


def repeated(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """“The second one”, “that one”, “the welding one”: the last topic, of another program."""
    if turn.memory.awaiting.get("kind") in ("choice", "confirm"):
        return None
    quiet = replace(turn, profile=turn.before)
    if only_points(turn.heard.text) and pointed_at(turn):
        return quiet, _what_was_asked(turn, topics)(quiet)
    if is_only("that", said) and turn.memory.shown:
        return _that_one(quiet, topics)
    by_trade = trade_pointed_at(turn)
    if by_trade is None:
        return None
    meaning = _about(quiet, by_trade)
    asks_no_more = turn.heard.intent == "compare" and not asks("compare", said)
    if turn.heard.intent not in UNSURE and not asks_no_more:
        return meaning, None
    return meaning, _what_was_asked(turn, topics)(meaning)


def _that_one(turn: Turn, topics: Mapping[str, Answer]) -> Steered:
    """Take “that one” for the program in view; with several shown, ask which."""
    in_view = one_in_view(turn)
    if in_view is None:
        topic = turn.memory.topic if turn.memory.topic in REPEATED else POINTING_ASKS
        return turn, which_program(turn, Reply(turn.who), str(topic))
    meaning = _about(turn, in_view)
    return meaning, _what_was_asked(turn, topics)(meaning)


def _about(turn: Turn, program_id: str) -> Turn:
    return replace(turn, memory=replace(turn.memory, mentioned=(program_id,)))


def last_asked(turn: Turn, topics: Mapping[str, Answer]) -> Answer | None:
    """Return what answered the last message, where it can be asked again; None: it was no topic."""
    topic = turn.memory.topic
    again = topic == "about" or topic in DETAILS or topic in REPEATED
    return _what_was_asked(turn, topics) if again else None


def _what_was_asked(turn: Turn, topics: Mapping[str, Answer]) -> Answer:
    """Repeat the last topic for another program; a list alone leaves what it asks for."""
    awaiting = turn.memory.awaiting
    topic = awaiting.get("name") if awaiting.get("kind") == "program" else turn.memory.topic
    if topic == "about":
        return _tell_of_it
    if topic in DETAILS:
        return DETAILS[str(topic)]
    return topics[str(topic)] if topic in REPEATED else topics[POINTING_ASKS]


def _tell_of_it(turn: Turn) -> Reply:
    """Say what another program is, after somebody asked that of one."""
    return tell_about(turn, meant(turn)[0])
