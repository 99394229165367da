"""The shapes of the public API, as OpenAPI states them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

MAX_MESSAGE = 1_000  # characters
MAX_SENT = 32_000  # past this the shape is refused; between the two, the length is, kindly
LONGEST_NAME = 200  # characters of a program or a job that is named

Language = Annotated[
    Literal["en", "es"],
    Field(description="BCP 47. Left out: the language of the message."),
]
Opaque = Annotated[str, StringConstraints(min_length=1, max_length=128)]


def readable(text: str) -> str:
    """Drop what no person types and no database keeps: control characters, lone surrogates."""
    kept = text.encode("utf-8", "ignore").decode()
    return "".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in kept).strip()


Spoken = Annotated[str, StringConstraints(max_length=MAX_SENT), AfterValidator(readable)]


class Shape(BaseModel):
    """A request body: unknown keys are refused, so that a typing error is not lost."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


class UnderstandIn(Shape):
    """A message to be understood, not answered."""

    text: Spoken
    language: Language | None = None


class MatchIn(Shape):
    """A profile to be matched."""

    profile: dict[str, Any]
    limit: int = Field(10, ge=1, le=100)
    language: Language = "en"


class WhatIfIn(Shape):
    """A profile and one change to try."""

    profile: dict[str, Any]
    change: dict[str, Any]
    limit: int = Field(10, ge=1, le=100)
    language: Language = "en"


class ChatIn(Shape):
    """One message, or one quick reply by its id."""

    session: Opaque | None = None
    message_id: Opaque | None = None
    message: Spoken | None = None
    choice: Opaque | None = None
    language: Language | None = None

    @model_validator(mode="after")
    def says_one_thing(self) -> ChatIn:
        """Either a message or a choice; a choice belongs to a session."""
        if (self.message is None) == (self.choice is None):
            raise ValueError("send either “message” or “choice”, not both and not neither")
        if self.choice is not None and self.session is None:
            raise ValueError("a “choice” needs the “session” it was offered in")
        return self


class FeedbackIn(Shape):
    """A thumb up or down on the answer to one message."""

    message: Opaque
    rating: Literal["up", "down"]
    reason: Annotated[str, StringConstraints(max_length=2_000)] | None = None


class QuickReply(BaseModel):
    """A button: its words, and the id to send back."""

    id: str
    label: str


class ChatOut(BaseModel):
    """One answered turn."""

    model_config = ConfigDict(extra="allow")
    session: str
    messages: list[dict[str, Any]]
    quick_replies: list[QuickReply]
    profile: dict[str, Any]
    language: str


class Understood(BaseModel):
    """How a message was read."""

    model_config = ConfigDict(extra="allow")
    intent: dict[str, Any]
    intents: list[dict[str, Any]]
    language: str
    profile: dict[str, Any]
    ambiguous: list[dict[str, Any]]
    spans: list[dict[str, Any]]


class MatchOut(BaseModel):
    """Programs for a profile, best first, and what to ask next."""

    release: str
    matches: list[dict[str, Any]]
    next_question: dict[str, Any] | None


class WhatIfOut(BaseModel):
    """What a change opens and closes."""

    release: str
    before: list[dict[str, Any]]
    after: list[dict[str, Any]]
    opened: list[str]
    closed: list[str]
    worth_naming: dict[str, Any]


@dataclass(frozen=True)
class WayAsked:
    """From where, with the wages of which state, in which language."""

    start: Annotated[str | None, Query(alias="from", max_length=LONGEST_NAME)] = None
    state: str | None = None
    language: str = "en"


class WayOut(BaseModel):
    """A way from one program or job to another; null: there is none."""

    release: str
    way: dict[str, Any] | None
