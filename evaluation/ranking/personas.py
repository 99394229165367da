"""Invented people whose programs were graded: what a counselor reads, and the same as a profile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching.profile import Profile
from matching.profile_json import ProfileProblem, profile_from

PERSONAS = "personas.jsonl"
PARTS = ("dev", "test")  # what weights may be set on, and what is only measured


class GradingProblem(ValueError):
    """A file of personas or grades does not hold together; the text says where."""


@dataclass(frozen=True)
class Persona:
    """One invented person."""

    id: str
    part: str  # one of PARTS
    language: str
    about: str  # one paragraph, all that is known
    written: Mapping[str, Any]  # the same as the contract's profile
    profile: Profile


def personas_in(folder: Path) -> list[Persona]:
    """Read the personas. Raises GradingProblem."""
    personas = [_persona(line) for line in records_of(folder / PERSONAS)]
    if len({one.id for one in personas}) != len(personas):
        raise GradingProblem(f"{PERSONAS}: two personas have one id")
    return personas


def records_of(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of one JSON object a line. Raises GradingProblem."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield json.loads(line)
        except ValueError as error:
            raise GradingProblem(f"{path.name}:{number}: {error}") from error


def _persona(record: Mapping[str, Any]) -> Persona:
    try:
        written = record["profile"]
        profile = profile_from(written)
        if record["invented"] is not True:
            raise GradingProblem(f"{record['id']}: is not marked as invented")
        if record["part"] not in PARTS:
            raise GradingProblem(f"{record['id']}: is of no part; use dev or test")
        return Persona(
            record["id"], record["part"], record["language"], record["about"], written, profile
        )
    except (KeyError, ProfileProblem) as problem:
        raise GradingProblem(f"{PERSONAS}: {record.get('id')}: {problem!r}") from problem
