"""Checks what the edge sends beside a text, and hands it to `understanding`. Knows no Rasa."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from understanding.reading import Awaiting, Context, Mention

AWAITED = ("field", "requirement", "choice", "program", "confirm")

HARMLESS_SLASH = "\u2215"  # the division slash


class MalformedTurn(ValueError):
    """The edge sent something that is not a turn; the message says what."""


@dataclass(frozen=True)
class TurnAsked:
    """One message as it came in, checked."""

    sender: str
    text: str
    state: Mapping[str, Any]


def turn_asked(body: Any) -> TurnAsked:
    """Check a request body. Raises `MalformedTurn`."""
    if not isinstance(body, dict):
        raise MalformedTurn("the body must be a JSON object")
    sender, text, state = body.get("sender"), body.get("text"), body.get("state")
    if not isinstance(sender, str) or not sender:
        raise MalformedTurn("sender must be a text that is not empty")
    if not isinstance(text, str) or not text.strip():
        raise MalformedTurn("text must be a text that is not empty")
    if not isinstance(state, dict):
        raise MalformedTurn("state must be an object")
    context_of(state)
    choice_in(state)
    return TurnAsked(sender, text, state)


def inert(text: str) -> str:
    """Turn the slashes at the head of a text, which Rasa would obey, into others like them.

    The length stays, so spans fit the text as it was typed.
    """
    head = "".join(takewhile(_may_lead, text))
    return head.replace("/", HARMLESS_SLASH) + text[len(head) :]


def context_of(state: Mapping[str, Any]) -> Context:
    """Read the part of the state that a message can only be understood with."""
    language = state.get("language")
    if language is not None and not isinstance(language, str):
        raise MalformedTurn("state.language must be a text or null")
    return Context(
        language=language,
        awaiting=_awaiting(state.get("awaiting")),
        mentioned=tuple(_mention(one) for one in _list(state, "mentioned")),
        today=_today(state.get("today")),
        profile=_object(state.get("profile"), "state.profile") or {},
    )


def choice_in(state: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Find what a pressed button means, if one was pressed."""
    choice = _object(state.get("choice"), "state.choice")
    if choice is None:
        return None
    if not isinstance(choice.get("intent"), str):
        raise MalformedTurn("state.choice.intent must be a text")
    _object(choice.get("delta"), "state.choice.delta")
    return choice


def _may_lead(char: str) -> bool:
    """Tell whether a character is a slash, or could stand before one unseen: Rasa strips first."""
    return char == "/" or char.isspace() or unicodedata.category(char)[0] in "ZC"


def _awaiting(value: Any) -> Awaiting | None:
    asked = _object(value, "state.awaiting")
    if asked is None or asked.get("kind") is None:
        return None
    if asked["kind"] not in AWAITED:
        raise MalformedTurn(f"state.awaiting.kind must be one of {', '.join(AWAITED)}")
    return Awaiting(asked["kind"], asked.get("name"), tuple(_list(asked, "choices")))


def _mention(value: Any) -> Mention:
    try:
        return Mention(str(value["program_id"]), int(value["start"]), int(value["end"]))
    except (TypeError, KeyError, ValueError) as error:
        raise MalformedTurn("state.mentioned needs program_id, start and end") from error


def _today(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise MalformedTurn("state.today must be a day such as 2026-11-23") from error


def _list(holder: Mapping[str, Any], name: str) -> list[Any]:
    value = holder.get(name)
    if value is not None and not isinstance(value, list):
        raise MalformedTurn(f"state's {name} must be a list")
    return value or []


def _object(value: Any, name: str) -> Mapping[str, Any] | None:
    if value is not None and not isinstance(value, dict):
        raise MalformedTurn(f"{name} must be an object or null")
    return value
