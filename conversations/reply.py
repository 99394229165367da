"""What an action answers: codes, cards and the new state, checked because it crossed a wire."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Json = dict[str, Any]


class Phrase(BaseModel):
    """A sentence by its code."""

    model_config = ConfigDict(extra="forbid")
    code: str
    params: Json = {}


class Say(BaseModel):
    """A sentence to render."""

    type: Literal["say"]
    code: str
    params: Json = {}


class Matches(BaseModel):
    """Programs, as cards already in the language of the turn."""

    type: Literal["matches"]
    matches: list[Json]


class LadderShown(BaseModel):
    """A career ladder, as a card."""

    type: Literal["ladder"]
    ladder: Json


class Plan(BaseModel):
    """What the person saved."""

    type: Literal["plan"]
    plan: Json


class Resources(BaseModel):
    """People and places to turn to."""

    type: Literal["resources"]
    resources: list[Json]


class Comparison(BaseModel):
    """Two or three programs beside one another."""

    type: Literal["compare"]
    rows: list[Json]


Item = Annotated[
    Say | Matches | LadderShown | Plan | Resources | Comparison, Field(discriminator="type")
]


class Button(BaseModel):
    """A quick reply: its words, and what pressing it means."""

    label: Phrase
    choice: Json


class StateAfter(BaseModel):
    """What the talk remembers after this turn."""

    model_config = ConfigDict(extra="forbid")
    profile: Json
    language: str
    speaks_of: Literal["self", "client"] = "self"
    awaiting: Json | None = None
    asked: list[str] = []
    skipped: list[str] = []
    shown: list[str] = []
    in_view: str | None = None
    topic: str | None = None
    saved: list[str] = []
    told: Json | None = None
    who: str | None = None
    listed: list[str] = []
    others_work: Json = {}


class Reply(BaseModel):
    """One turn's outcome."""

    messages: list[Item] = Field(min_length=1)
    quick_replies: list[Button] = []
    state: StateAfter
    changed: Json | None = None
    effect: Literal["restart", "delete"] | None = None
    intent: str
    action: str
    release: str | None = None
    unmatched: list[str] = []  # codes of what nothing near was found for: place, sector, occupation
