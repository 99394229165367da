"""What a message asks in its own words, whatever the bot took it for: a pointer, a detail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.answered import YES_OR_NO
from actions.asked import asks
from actions.details import tell_length, tell_of_papers, tell_when
from actions.known import ask_what
from actions.phrases import plain
from actions.pointing import named, only_points, pointed_at
from actions.reply import Reply
from actions.speaking import asks_for_language, go_on_in
from actions.turn import Turn

Answer = Callable[[Turn], Reply]
UNTOUCHED = frozenset({"crisis", "restart", "delete_my_data"})
POINTING_ASKS = "requirements"  # what “the second one” asks when nothing was asked before
DETAILS: Mapping[str, Answer] = {
    "length": tell_length,
    "evening": lambda turn: tell_when(turn, "evening"),
    "online": lambda turn: tell_when(turn, "online"),
}
SHORT_ANSWERS = (*YES_OR_NO, "dont_know")
REPEATED = frozenset({"pay", "cost", "apply", "ladder", "requirements"})


def steered(turn: Turn, topics: Mapping[str, Answer]) -> tuple[Turn, Reply] | None:
    """Answer what the words themselves ask; None: the bot's choice of topic stands."""
    if turn.memory.choice or turn.heard.intent in UNTOUCHED:
        return None
    language = asks_for_language(turn)
    if language:
        spoken = in_language(turn, language)
        return spoken, go_on_in(spoken)
    if asks("papers", plain(turn.heard.text)):
        # A "no" in it answers no other question.
        quiet = turn.heard.intent in SHORT_ANSWERS
        turn = replace(turn, profile=turn.before) if quiet else turn
        return turn, tell_of_papers(turn)
    if asks("about_me", plain(turn.heard.text)) and not turn.changed:
        return turn, ask_what(turn, Reply(turn.client))
    answer = _asked_in_words(turn, topics)
    if answer is None and _only_points(turn):
        turn = replace(turn, profile=turn.before)
        answer = _what_was_asked(turn, topics)
    return (turn, answer(turn)) if answer else None


def in_language(turn: Turn, language: str) -> Turn:
    """Go on with the same turn in another language."""
    heard = replace(turn.heard, language=language, delta={})
    advice = replace(turn.advice, language=language)
    return replace(turn, heard=heard, advice=advice, profile=turn.before)


def _asked_in_words(turn: Turn, topics: Mapping[str, Answer]) -> Answer | None:
    said = plain(turn.heard.text)
    if turn.changed or turn.heard.intent in YES_OR_NO:
        return None
    if asks("why_not", said) and named(turn):
        return topics["eligibility"]
    found = (answer for name, answer in DETAILS.items() if asks(name, said))
    return next(found, None)


def _only_points(turn: Turn) -> bool:
    if turn.memory.awaiting.get("kind") in ("choice", "confirm"):
        return False
    return only_points(turn.heard.text) and bool(pointed_at(turn))


def _what_was_asked(turn: Turn, topics: Mapping[str, Answer]) -> Answer:
    """Repeat the last topic for another program; a list alone leaves what it asks for."""
    awaiting = turn.memory.awaiting
    topic = awaiting.get("name") if awaiting.get("kind") == "program" else turn.memory.topic
    if topic in DETAILS:
        return DETAILS[str(topic)]
    return topics[str(topic)] if topic in REPEATED else topics[POINTING_ASKS]
