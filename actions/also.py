"""The second thing a message asks, answered in a line beside the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.asked import asks
from actions.brevity import MOST_WORDS, SPARE, words_of
from actions.buttons import offer_after_list
from actions.details import tell_length
from actions.heard import Json
from actions.phrases import plain
from actions.reply import Reply
from actions.turn import Turn

Answer = Callable[[Turn], Reply]
INTENTS: Mapping[str, str] = {
    "ask_pay": "pay",
    "ask_cost": "cost",
    "ask_apply": "apply",
    "ask_support": "support",
}
WORDED = ("pay", "cost", "apply", "length", "support")
BESIDE = frozenset(
    {"inform", "find_programs", "correct", "thank", "greet", "compare", *INTENTS}
    | {"ask_requirements", "ask_ladder", "ask_eligibility"}
)
MOST = 4  # programs looked at for one that has an answer
REAL = 0.2  # of the confidence an intent may have beside the first: below, it is a guess
OF_THE_REST = 0.6  # or its share of what the first, once settled by a rule, leaves
FAINT = 0.03
NOT_STATED = ("not_stated", "unknown", "no_wage", "none")
CLOSING = ("requirements.ask.", "answers.go_on")
TELLING = ("pay.after_state", "pay.after_nation", "pay.jobs_in_state", "pay.jobs")


def with_second(turn: Turn, reply: Reply, topics: Mapping[str, Answer]) -> Reply:
    """Add the answer to a second question; what makes the whole too long is left out again."""
    topic = second_topic(turn, reply)
    answers = {"length": tell_length, **topics}
    if topic is None or topic not in answers:
        return reply
    other = _other(turn, reply, answers[topic])
    line = _telling(other)
    if line is None or line in reply.messages or (other.awaiting or {}).get("kind") == "program":
        return reply
    if reply.topic in WORDED:
        _keep_first_line(reply, str(reply.topic))
    if words_of([*_needed(reply), line], turn.language) > MOST_WORDS:
        _leave_question(reply)
    at = _before_question(reply)
    reply.messages.insert(at, {**line, SPARE: True})
    cards = [item for item in other.messages if item["type"] == "resources"]
    if topic == "apply" and not any(item["type"] == "resources" for item in reply.messages):
        reply.messages.extend(cards[:1])
    return reply


def _other(turn: Turn, reply: Reply, answer: Answer) -> Reply:
    """Ask of the first program that has an answer which leaves the whole short, else of the first.

    A wage goes before what a source says of the pay while training.
    """
    others = [answer(quiet) for quiet in _quiet_turns(turn, reply)]
    lines = [(other, _telling(other) or {}) for other in others]
    wages = (other for other, line in lines if line.get("code") in TELLING)
    needed = _needed(reply)
    stated = (
        other
        for other, line in lines
        if line and not str(line["code"]).endswith(NOT_STATED)
        and words_of([*needed, line], turn.language) <= MOST_WORDS
    )  # fmt: skip
    return next(wages, None) or next(stated, others[0])


def _keep_first_line(reply: Reply, topic: str) -> None:
    """Make room: of an answer about several programs the first line stays."""
    lines = [
        item for item in reply.messages
        if item["type"] == "say" and item["code"].startswith(f"{topic}.")
    ]  # fmt: skip
    reply.messages[:] = [item for item in reply.messages if item not in lines[1:]]


def second_topic(turn: Turn, reply: Reply) -> str | None:
    """Name what else a message asks; None when it asks one thing."""
    if turn.memory.choice or turn.heard.hypothetical or turn.heard.intent not in BESIDE:
        return None
    first = reply.topic if reply.topic in WORDED else None
    if first is None and reply.topic != "list":
        first = INTENTS.get(turn.heard.intent)
    said = plain(turn.heard.text)
    worded = [topic for topic in WORDED if topic != first and asks(topic, said)]
    if first == "pay":  # “do they pay while I train” is no other wish for help
        worded = [topic for topic in worded if topic != "support"]
    if worded:
        return worded[0]
    heard = INTENTS.get(turn.heard.intent)
    if heard is not None and heard != first:
        return heard
    return _ranked_second(turn) if "?" in turn.heard.text else None


def _ranked_second(turn: Turn) -> str | None:
    """Name the second intent when its confidence is real."""
    if len(turn.heard.shares) < 2 or turn.heard.intents[0] != turn.heard.intent:
        return None
    top, second = turn.heard.shares[:2]
    real = second >= REAL or (second >= FAINT and second >= OF_THE_REST * (1.0 - top))
    return INTENTS.get(turn.heard.intents[1]) if real else None


def _quiet_turns(turn: Turn, reply: Reply) -> list[Turn]:
    """Ask of each program just spoken of, with nothing more to read back."""
    shown = turn.memory.shown if reply.shown is None else reply.shown
    in_view = turn.memory.in_view if reply.in_view is None else reply.in_view
    ids: list[str | None] = [in_view] if in_view else [*shown[:MOST]] or [None]
    memories = [
        replace(turn.memory, shown=tuple(shown), in_view=one, awaiting={}) for one in ids
    ]  # fmt: skip
    return [replace(turn, before=turn.profile, memory=memory) for memory in memories]


def _telling(other: Reply) -> Json | None:
    """Pick the one line of an answer that tells most."""
    said = [item for item in other.messages if item["type"] == "say"]
    wages = [item for item in said if item["code"] in TELLING]
    line = next(iter(wages or said), None)
    return {key: value for key, value in line.items() if key != SPARE} if line else None


def _needed(reply: Reply) -> list[Json]:
    return [item for item in reply.messages if not item.get(SPARE)]


def _leave_question(reply: Reply) -> None:
    """Ask nothing this time: what the person asked goes before what we would ask."""
    at = _before_question(reply)
    if reply.topic == "list" and at < len(reply.messages):
        del reply.messages[at:]
        reply.asked, reply.awaiting, reply.quick_replies = [], None, []
        offer_after_list(reply)


def _before_question(reply: Reply) -> int:
    """Find where the closing question begins, or the end."""
    for at, item in enumerate(reply.messages):
        if item["type"] == "say" and item["code"].startswith(
            ("requirements.ask.", "answers.go_on")
        ):
            return at
    return len(reply.messages)
