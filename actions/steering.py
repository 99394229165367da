"""What a message asks in its own words, whatever the bot took it for: a pointer, a detail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.answered import YES_OR_NO
from actions.asides import tell_of_papers, tell_of_privacy, tell_of_unpaid_wages
from actions.asked import asks, is_only
from actions.details import tell_length, tell_training_pay, tell_when
from actions.distance import tell_nearest, tell_where
from actions.following import which_program
from actions.known import ask_what
from actions.leading import after_help, led
from actions.learned import with_news
from actions.phrases import parts_of, plain
from actions.pointing import named, one_in_view, only_points, pointed_at, trade_pointed_at
from actions.reply import Reply
from actions.speaking import asks_for_language, go_on_in
from actions.telling import tell_about, tell_deadline, tell_free
from actions.turn import Turn
from actions.wondering import (
    asks_why_not,
    nothing_here,
    refused,
    wonders_of_something,
    work_wondered_of,
)

Answer = Callable[[Turn], Reply]
Steered = tuple[Turn, Reply | None]
UNTOUCHED = frozenset({"crisis", "restart", "delete_my_data"})
MENDED: Mapping[str, str] = {"inform": "list", "correct": "correction", "nlu_fallback": "meaning"}
POINTING_ASKS = "requirements"  # what “the second one” asks when nothing was asked before
DETAILS: Mapping[str, Answer] = {
    "training_pay": tell_training_pay,
    "nearest": tell_nearest,
    "where": tell_where,
    "length": tell_length,
    "deadline": tell_deadline,
    "free": tell_free,
    "evening": lambda turn: tell_when(turn, "evening"),
    "online": lambda turn: tell_when(turn, "online"),
}
SHORT_ANSWERS = (*YES_OR_NO, "dont_know")
UNSURE = frozenset(
    {"nlu_fallback", "out_of_scope", "inform", "find_programs", "deny", "greet", "thank", "help"}
)
REPEATED = frozenset({"pay", "cost", "apply", "ladder", "requirements", "eligibility"})
ANSWERS_NOTHING = frozenset({"help", "bot_challenge"})  # beside news of the person
WONDERS_AHEAD = frozenset({"ask_ladder", "ask_eligibility", "find_programs", "nlu_fallback"})
ASKED_TOPICS = ("pay", "cost", "apply", "support", "requirements")
BASICS = ("age", "education", "location")
FIRST_THE_LIST = frozenset({"ask_pay", "ask_cost", "ask_apply", "ask_support"})
LONG = 4  # words from which on a short answer says more than yes, no or “I don't know”


def steered(turn: Turn, topics: Mapping[str, Answer]) -> Steered:
    """Answer what the words themselves ask; no reply: the bot's choice of topic stands."""
    if turn.memory.choice:
        return turn, None
    said = plain(turn.heard.text)
    found = after_help(turn)
    if found is not None:
        return found
    if turn.heard.intent == "restart" and turn.heard.delta:
        return begun_anew(turn, topics)
    if turn.heard.intent in UNTOUCHED:
        return turn, None
    for steer in (_commands, _asides, _why_not, led, _words, _pointers):
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


def _commands(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """Start over, another language, and a question that is not to be answered."""
    if any(is_only("restart", part) for part in parts_of(turn.heard.text)):
        return begun_anew(turn, topics)
    language = asks_for_language(turn)
    if language:
        spoken = in_language(turn, language)
        return spoken, go_on_in(spoken)
    if turn.memory.awaiting.get("kind") != "confirm" and is_only("skip", said):
        heard = replace(turn.heard, intent="dont_know", delta={})
        skipping = replace(turn, heard=heard, profile=turn.before)
        if turn.memory.language:
            skipping = in_language(skipping, turn.memory.language)
        asked = turn.memory.awaiting.get("kind") in ("field", "requirement", "choice")
        return skipping, topics["answers" if asked else "going_on"](skipping)
    return None


def begun_anew(turn: Turn, topics: Mapping[str, Answer]) -> Steered:
    """Start over; what the same message says of the next person is theirs."""
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
    if asks("privacy", said) and not turn.changed:
        return turn, tell_of_privacy(turn)
    if asks("about_me", said) and not turn.changed:
        return turn, ask_what(turn, Reply(turn.client))
    return None


def in_language(turn: Turn, language: str) -> Turn:
    """Go on with the same turn in another language."""
    heard = replace(turn.heard, language=language, delta={})
    advice = replace(turn.advice, language=language)
    return replace(turn, heard=heard, advice=advice, profile=turn.before)


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
    reply = Reply(turn.client)
    sector = work_wondered_of(turn)
    if sector is not None and turn.where.state:
        return quiet, nothing_here(quiet, reply, sector)
    return quiet, which_program(quiet, reply, "eligibility", "eligibility.none_such")


def _words(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """A detail no topic stands for, or a topic the bot took for something else."""
    intent = turn.heard.intent
    if intent in FIRST_THE_LIST and _tells_who(turn) and not named(turn):
        return turn, topics["list"](turn)
    compares = asks("compare", said) or trade_pointed_at(turn) is not None
    if intent == "compare" and turn.changed and not compares:
        return turn, topics["correction"](turn)
    if intent == "what_if" and asks("ladder", said):
        return turn, topics["ladder"](turn)
    if intent == "ask_ladder" and turn.heard.hypothetical and asks("moot", said):
        return turn, topics["what_if"](turn)
    if intent in ANSWERS_NOTHING and turn.changed and "?" not in turn.heard.text:
        return turn, topics["list"](turn)
    if intent in WONDERS_AHEAD and asks("older", said) and not turn.changed:
        return turn, topics["what_if"](turn)
    if intent in SHORT_ANSWERS and len(said.split()) < LONG:
        return None
    found = next((answer for name, answer in DETAILS.items() if asks(name, said)), None)
    if turn.changed:
        beside = found and turn.memory.shown and "?" in turn.heard.text and not _tells_who(turn)
        return (turn, with_news(turn, found(turn))) if found and beside else None
    if found is None and intent in (*SHORT_ANSWERS, *UNSURE):
        found = next((topics[name] for name in ASKED_TOPICS if asks(name, said)), None)
    return (turn, found(turn)) if found else None


def _tells_who(turn: Turn) -> bool:
    """Tell whether a question comes with news of the person that make another list."""
    before, after = turn.before, turn.profile
    if any(getattr(before, name) != getattr(after, name) for name in BASICS):
        return True
    likes_more = set(after.interests.likes) - set(before.interests.likes)
    return bool(likes_more) and not turn.heard.delta["interests"].get("occupations")


def _pointers(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
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
        return turn, which_program(turn, Reply(turn.client), str(topic))
    meaning = _about(turn, in_view)
    return meaning, _what_was_asked(turn, topics)(meaning)


def _about(turn: Turn, program_id: str) -> Turn:
    return replace(turn, memory=replace(turn.memory, mentioned=(program_id,)))


def _what_was_asked(turn: Turn, topics: Mapping[str, Answer]) -> Answer:
    """Repeat the last topic for another program; a list alone leaves what it asks for."""
    awaiting = turn.memory.awaiting
    topic = awaiting.get("name") if awaiting.get("kind") == "program" else turn.memory.topic
    if topic == "about" and turn.memory.mentioned:
        return _tell_of_it
    if topic in DETAILS:
        return DETAILS[str(topic)]
    return topics[str(topic)] if topic in REPEATED else topics[POINTING_ASKS]


def _tell_of_it(turn: Turn) -> Reply:
    """Say what another program is, after somebody asked that of one."""
    return tell_about(turn, named(turn)[0])
