"""The shapes that go into and come out of understanding. No logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

OPS = ("set", "add", "remove", "only", "forget")


@dataclass(frozen=True)
class Awaiting:
    """What the last reply asked for."""

    kind: str | None = None  # field, requirement, choice, program, confirm
    name: str | None = None  # age, education, location, interests, facts.<flag>, a requirement id
    choices: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A stretch of the text that names a program, so it is read as nothing else."""

    program_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Context:
    """What a message can only be read with."""

    language: str | None = None
    awaiting: Awaiting | None = None
    mentioned: tuple[Mention, ...] = ()
    today: date = field(default_factory=date.today)
    profile: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """One value, and the stretch of the message that said it."""

    start: int
    end: int
    text: str
    field: str  # dotted: age, interests.likes, facts.veteran
    value: Any
    op: str = "set"  # one of OPS


@dataclass(frozen=True)
class Ambiguous:
    """Something said that could mean several things; to be asked, never guessed."""

    field: str
    text: str
    choices: tuple[Any, ...]


@dataclass(frozen=True)
class Reading:
    """All that one message says."""

    language: str
    intents: tuple[tuple[str, float], ...]  # best first, confidence 0 to 1
    spans: tuple[Span, ...]
    delta: dict[str, Any]
    ambiguous: tuple[Ambiguous, ...]
    speaks_of: str  # self, client
    hypothetical: bool = False  # the delta is a what-if: the profile must not keep it
    others_work: dict[str, list[str]] = field(default_factory=dict)  # likes, occupations

    @property
    def intent(self) -> str:
        return self.intents[0][0]
