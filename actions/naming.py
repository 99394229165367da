"""Calls programs by their short names in sentences; the cards beside them keep the whole ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions.heard import Json
from knowledge.reader import Release


def with_short_names(messages: Sequence[Json], release: Release) -> list[Json]:
    """Put the short name wherever a sentence names a program."""
    short = release.short_names
    return [
        {**item, "params": _renamed(item["params"], short)} if item["type"] == "say" else item
        for item in messages
    ]


def _renamed(value: Any, short: Mapping[frozenset[tuple[str, str]], Mapping[str, str]]) -> Any:
    if isinstance(value, Mapping):
        if value and all(isinstance(part, str) for part in value.values()):
            return short.get(frozenset(value.items()), value)
        return {key: _renamed(part, short) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_renamed(part, short) for part in value]
    return value
