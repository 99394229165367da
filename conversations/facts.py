"""What a turn adds to the operators' counts: codes of closed lists, never a word anyone typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from conversations.ledger import Outcome, Snapshot
from conversations.reply import Matches, Reply
from conversations.tally import Fact

COUNTED = "counted"  # the memory of a talk: what it was counted under, so that it counts once
PERSON = "talk_to_person"
FALLBACKS = {"out_of_scope": "out_of_scope", "nlu_fallback": "unsure", "unknown": "failed"}
TURNS = ((1, "1"), (2, "2"), (3, "3"), (5, "5"), (10, "10"))  # up to so many
SECONDS = ((10, "10"), (30, "30"), (60, "60"), (180, "180"), (600, "600"))
MORE = "more"

UNAVAILABLE: Fact = ("fallback", "unavailable")
SAFETY: Fact = ("safety", "given")
CODE = re.compile(r"[a-z_]{1,40}")
UNMATCHED = re.compile(
    r"place/[A-Z]{2}(/[^\W\d_][^\d/@]{0,58})?|sector/[a-z_]{1,40}|occupation/(\d\d-\d{4}|other)"
)


def facts_of(reply: Reply, before: Snapshot, now: datetime) -> tuple[Fact, ...]:
    """List what one answered turn counts as; what a talk counts for once, only at its first."""
    counted = set(before.memory.get(COUNTED) or ())
    once = [fact for fact in _of_a_talk(reply, before, now) if _mark(fact) not in counted]
    return (_of_a_turn(reply.intent), *once)


def counting(outcome: Outcome, before: Snapshot, facts: tuple[Fact, ...]) -> Outcome:
    """Have a talk remember what it was counted under. That goes when the talk goes."""
    marks = [*(before.memory.get(COUNTED) or ()), *(_mark(fact) for fact in facts[1:])]
    return replace(outcome, memory={**outcome.memory, COUNTED: list(dict.fromkeys(marks))})


def visit(*, returning: bool) -> Fact:
    """Return what opening the talk's page from outside counts as."""
    return ("visit", "back" if returning else "new")


def thumb(rating: str) -> Fact:
    """Return what a thumb counts as."""
    return ("thumb", rating)


def _of_a_turn(intent: str) -> Fact:
    if intent in FALLBACKS:
        return ("fallback", FALLBACKS[intent])
    return ("intent", intent) if CODE.fullmatch(intent) else ("fallback", "failed")


def _of_a_talk(reply: Reply, before: Snapshot, now: datetime) -> Iterator[Fact]:
    yield ("language", reply.state.language)
    if any(isinstance(item, Matches) and item.matches for item in reply.messages):
        waited_s = (now - before.began_at).total_seconds() if before.began_at else 0.0
        yield ("match_turns", _bucket(before.turn + 1, TURNS))
        yield ("match_seconds", _bucket(waited_s, SECONDS))
    if reply.intent == PERSON:
        yield ("person", "asked")
    for code in reply.unmatched:
        if UNMATCHED.fullmatch(code):
            topic, _, what = code.partition("/")
            yield (topic, what)


def _mark(fact: Fact) -> str:
    """Name what a talk was counted under: of a list of things each by itself, else the topic."""
    topic, what = fact
    return f"{topic}/{what}" if topic in ("place", "sector", "occupation") else topic


def _bucket(value: float, buckets: tuple[tuple[int, str], ...]) -> str:
    return next((name for most, name in buckets if value <= most), MORE)
