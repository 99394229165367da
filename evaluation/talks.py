"""Whole talks with what must hold after each turn (docs/annotating.md says how)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CLEAN, NOISY = "clean", "noisy"
EXPECTATIONS = frozenset(
    {"profile", "absent", "lacks", "shows", "says", "never", "crisis", "asks", "language", "keeps"}
)


class TalkProblem(ValueError):
    """A file of talks that cannot be used; says which talk and what to mend."""


@dataclass(frozen=True)
class Turn:
    """One typed line and what must hold after it."""

    say: str
    expect: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ScriptedTalk:
    """One person's lines."""

    id: str
    language: str
    noise: str  # clean, noisy
    turns: tuple[Turn, ...]
    origin: str


def talks_in(folder: Path) -> list[ScriptedTalk]:
    """Read every file of a folder, in the order of names. Raises `TalkProblem`."""
    return [talk for path in sorted(folder.glob("*.yml")) for talk in _read(path)]


def _read(path: Path) -> list[ScriptedTalk]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(found, list):
        raise TalkProblem(f"{path.name} must hold a list of talks")
    return [_talk(path.name, one) for one in found]


def _talk(name: str, found: Mapping[str, Any]) -> ScriptedTalk:
    origin = f"{name}: {found.get('id', '(no id)')}"
    turns = tuple(_turn(origin, one) for one in found.get("turns") or ())
    if not turns or found.get("noise") not in (CLEAN, NOISY):
        raise TalkProblem(f"{origin} needs turns and noise: {CLEAN} or {NOISY}")
    return ScriptedTalk(found["id"], found["language"], found["noise"], turns, origin)


def _turn(origin: str, found: Mapping[str, Any]) -> Turn:
    expect = found.get("expect") or {}
    unknown = set(expect) - EXPECTATIONS
    if unknown or not str(found.get("say") or "").strip():
        raise TalkProblem(f"{origin}: a turn needs `say`; it cannot expect {sorted(unknown)}")
    return Turn(str(found["say"]), expect)
