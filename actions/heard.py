"""What the bot made of a message and where the talk stood, as they came over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import locales

Json = dict[str, Any]
CLIENT, SELF = "client", "self"


@dataclass(frozen=True)
class Heard:
    """One message as understanding read it. Of a pressed button: what pressing it means."""

    text: str
    intent: str  # what the bot acts on; nlu_fallback when it is not sure
    intents: tuple[str, ...]  # what understanding thought likely, best first
    language: str
    delta: Json
    ambiguous: tuple[Json, ...]
    speaks_of: str
    hypothetical: bool
    shares: tuple[float, ...] = ()  # how sure of each of the intents, 0 to 1
    spans: tuple[Json, ...] = ()  # what was said where: field, value, start, end
    not_kept: tuple[str, ...] = ()  # parts of the delta that a question is about, no news
    taken_for: str = ""  # the bot's own choice of intent
    beside: Json = field(default_factory=dict)  # told for true beside what is only supposed
    others_work: Json = field(default_factory=dict)  # likes and occupations of somebody else
    spared: tuple[tuple[str, str], ...] = ()  # a kind of work kept, and the job in it unwanted

    @property
    def mended(self) -> bool:
        """Tell whether the message's own words made it something else than the bot took it for."""
        return bool(self.taken_for) and self.taken_for != self.intent


@dataclass(frozen=True)
class Memory:
    """Where the talk stood before the message."""

    message_id: str
    today: date
    profile: Json
    awaiting: Json
    asked: tuple[str, ...]
    skipped: tuple[str, ...]
    shown: tuple[str, ...]
    saved: tuple[str, ...]
    in_view: str | None
    topic: str | None
    mentioned: tuple[str, ...]
    choice: Json
    speaks_of: str
    language: str | None = None  # None: nothing was said yet
    who: str | None = None  # whom a person speaks for: daughter, friend; None: nobody or a client
    told: Json = field(default_factory=dict)  # what was last told, as a delta
    listed: tuple[str, ...] = ()  # the last list, when fewer of it were shown since
    others_work: Json = field(default_factory=dict)  # that of somebody else last told of


def heard_in(message: Mapping[str, Any], state: Mapping[str, Any]) -> Heard:
    """Read the bot's reading of a message."""
    reading = message["reading"]
    language = reading.get("language") or state.get("language") or locales.DEFAULT
    return Heard(
        text=str(message.get("text") or ""),
        intent=str(message["intent"]["name"]),
        intents=tuple(one["name"] for one in reading["intents"]),
        language=language if language in locales.languages() else locales.DEFAULT,
        delta=dict(reading.get("delta") or {}),
        ambiguous=tuple(reading.get("ambiguous") or ()),
        speaks_of=reading.get("speaks_of") or "self",
        hypothetical=bool(reading.get("hypothetical")),
        shares=tuple(float(one.get("confidence") or 0.0) for one in reading["intents"]),
        spans=tuple(reading.get("spans") or ()),
        taken_for=str(message["intent"]["name"]),
        others_work=dict(reading.get("others_work") or {}),
    )


def memory_in(state: Mapping[str, Any]) -> Memory:
    """Read the state that came with a message."""
    return Memory(
        message_id=str(state.get("message_id") or ""),
        today=date.fromisoformat(state["today"]),
        profile=dict(state.get("profile") or {}),
        awaiting=dict(state.get("awaiting") or {}),
        asked=tuple(state.get("asked") or ()),
        skipped=tuple(state.get("skipped") or ()),
        shown=tuple(state.get("shown") or ()),
        saved=tuple(state.get("saved") or ()),
        in_view=state.get("in_view"),
        topic=state.get("topic"),
        mentioned=tuple(dict.fromkeys(one["program_id"] for one in state.get("mentioned") or ())),
        choice=dict(state.get("choice") or {}),
        speaks_of=state.get("speaks_of") or "self",
        language=state.get("language"),
        who=state.get("who"),
        told=dict(state.get("told") or {}),
        listed=tuple(state.get("listed") or ()),
        others_work=dict(state.get("others_work") or {}),
    )
