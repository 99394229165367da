"""Plays scripted talks over HTTP and notes what each answer did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from evaluation.conversation import Conversation
from evaluation.expectations import problems_in
from evaluation.readability import words_in
from evaluation.talks import ScriptedTalk, Turn

Json = dict[str, Any]
USEFUL = frozenset({"eligible", "likely", "one_step_away"})
MOST_WORDS = 60  # of prose in one answer


@dataclass(frozen=True)
class PlayedTurn:
    """What one answer did."""

    said: str
    texts: tuple[str, ...]
    language: str
    problems: tuple[str, ...]
    repeats: bool  # a sentence of the answer before, word for word
    is_dead_end: bool  # nothing asked, nothing to press, nobody to turn to
    has_match: bool  # a program one can enter now or is one step from
    gives_facts: bool  # the person said something of themselves
    words: int  # of prose


@dataclass(frozen=True)
class PlayedTalk:
    """A talk and how it went."""

    talk: ScriptedTalk
    turns: tuple[PlayedTurn, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Everything expected was so, nothing was said twice in a row, no answer led nowhere."""
        return not any(turn.problems or turn.repeats or turn.is_dead_end for turn in self.turns)

    @property
    def turns_to_match(self) -> int | None:
        """Turns from the first fact to the first useful match; None when no facts were given."""
        first = next((at for at, turn in enumerate(self.turns) if turn.gives_facts), None)
        if first is None:
            return None
        found = (at for at, turn in enumerate(self.turns) if at >= first and turn.has_match)
        return next(found, len(self.turns)) - first + 1


def play(talk: ScriptedTalk, client: httpx.Client) -> PlayedTalk:
    """Say every line of a talk and judge every answer."""
    conversation, before = Conversation(client), {}  # type: Conversation, Json
    turns = []
    for turn in talk.turns:
        spoken = tuple(conversation.texts) if conversation.last else ()
        answer = conversation.say(turn.say)
        turns.append(_played(turn, answer, before, spoken))
        before = answer["profile"]
    return PlayedTalk(talk, tuple(turns))


def _played(turn: Turn, answer: Json, before: Json, spoken: Sequence[str]) -> PlayedTurn:
    texts = tuple(m["text"] for m in answer["messages"] if m["type"] == "text")
    known = before or {key: None for key in answer["profile"]}
    return PlayedTurn(
        said=turn.say,
        texts=texts,
        language=answer["language"],
        problems=tuple(problems_in(turn.expect, answer, before or answer["profile"])),
        repeats=any(text in spoken for text in texts),
        is_dead_end=is_dead_end(answer),
        has_match=any(
            match["verdict"] in USEFUL
            for message in answer["messages"]
            if message["type"] == "matches"
            for match in message["matches"]
        ),
        gives_facts=any(value != known.get(key) and value for key, value in _told(answer)),
        words=sum(len(words_in(text)) for text in texts),
    )


def is_dead_end(answer: Json) -> bool:
    """Tell whether an answer leaves nothing to do next."""
    helped = any(message["type"] == "resources" for message in answer["messages"])
    asks = any("?" in m["text"] for m in answer["messages"] if m["type"] == "text")
    return not (helped or asks or answer["quick_replies"])


def _told(answer: Json) -> list[tuple[str, Any]]:
    """List what is known, where something is; an empty place or schooling is nothing."""
    flat = []
    for key, value in answer["profile"].items():
        known = any(value.values()) if isinstance(value, dict) else value not in (None, [])
        flat.append((key, value if known else None))
    return flat
