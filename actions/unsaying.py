"""Which of the things known somebody wants forgotten, by what they call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.answered import path_delta
from actions.heard import Json
from actions.phrases import any_of

WORDS = Path(__file__).with_name("unsaying.yml")
LISTS = ("credentials", "courses")


def negated(delta: Json) -> Json:
    """Turn what was told into its being forgotten; a list loses what was added to it."""
    away: Json = {}
    for key, value in delta.items():
        if key in LISTS:
            away.setdefault("remove", {})[key] = list(value or ())
        elif key == "interests":
            added = {name: list(value[name]) for name in value if _is_list(value[name])}
            away[key] = {"remove": added}
        elif isinstance(value, Mapping):
            away[key] = dict.fromkeys(value)
        elif key != "remove":
            away[key] = None
    return away


def unsaid(delta: Json, profile: Json, said: str) -> Json:
    """List what is to be forgotten: what the message names, else what it calls by another name."""
    told = {key: value for key, value in delta.items() if key != "remove"}
    if _has_values(told):
        return negated(told)
    if delta:
        return delta
    for path, pattern in _things().items():
        if pattern.search(said) and _known(profile, path):
            return path_delta(path, None)
    return {}


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value)


def _has_values(delta: Json) -> bool:
    values = [part for value in delta.values() for part in _inner(value)]
    return bool(values) and all(part is not None for part in values)


def _inner(value: Any) -> list[Any]:
    """List the parts of a value that say something; a place without a ZIP code has none."""
    if not isinstance(value, Mapping):
        return [value]
    return [part for part in value.values() if part is not None] or [None]


def _known(profile: Json, path: str) -> bool:
    outer, _, inner = path.partition(".")
    value = profile.get(outer)
    if inner:
        return isinstance(value, Mapping) and value.get(inner) is not None
    return any(value.values()) if isinstance(value, Mapping) else value is not None


@cache
def _things() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {path: any_of(words) for path, words in written.items()}
