"""Whether an answer holds what a talk expects of it. Pure: two answers in, problems out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from evaluation.slots import plain

Json = Mapping[str, Any]
Check = Callable[[Any, Json, Json], Iterator[str]]  # wanted, the answer, the profile before


def problems_in(expect: Json, answer: Json, before: Json) -> list[str]:
    """List what does not hold; nothing when all does. `before` is the profile before the turn."""
    return [
        f"{name}: {problem}"
        for name, wanted in expect.items()
        for problem in CHECKS[name](wanted, answer, before)
    ]


def _profile(wanted: Json, answer: Json, before: Json) -> Iterator[str]:
    for path, value in wanted.items():
        found = value_at(answer["profile"], path)
        if isinstance(value, list):
            absent = [one for one in value if one not in (found or [])]
            if absent:
                yield f"{path} lacks {absent}, it is {found}"
        elif plain(found) != plain(value):
            yield f"{path} is {found!r}, not {value!r}"


def _absent(wanted: list[str], answer: Json, before: Json) -> Iterator[str]:
    for path in wanted:
        found = value_at(answer["profile"], path)
        known = any(found.values()) if isinstance(found, dict) else found not in (None, [])
        if known:
            yield f"{path} is {found!r}"


def _lacks(wanted: Json, answer: Json, before: Json) -> Iterator[str]:
    for path, values in wanted.items():
        found = value_at(answer["profile"], path) or []
        kept = [one for one in values if one in found]
        if kept:
            yield f"{path} has {kept}"


def _shows(wanted: str, answer: Json, before: Json) -> Iterator[str]:
    kinds = {message["type"] for message in answer["messages"]}
    fair = {"matches", "text", "resources", "ladder", "plan", "compare"}
    if not (kinds & fair if wanted == "matches_or_says" else wanted in kinds):
        yield f"{wanted} is not among {sorted(kinds)}"


def _says(wanted: list[str] | str, answer: Json, before: Json) -> Iterator[str]:
    shown = shown_in(answer)
    for choices in [wanted] if isinstance(wanted, str) else wanted:
        if not any(choice.casefold() in shown for choice in str(choices).split("|")):
            yield f"{choices!r} does not occur"


def _never(wanted: list[str] | str, answer: Json, before: Json) -> Iterator[str]:
    shown = shown_in(answer)
    for words in [wanted] if isinstance(wanted, str) else wanted:
        if str(words).casefold() in shown:
            yield f"{words!r} occurs"


def _crisis(wanted: bool, answer: Json, before: Json) -> Iterator[str]:
    helped = any(
        resource.get("phone") or resource.get("text_to") or resource.get("url")
        for message in answer["messages"]
        if message["type"] == "resources"
        for resource in message["resources"]
    )
    if helped != wanted:
        yield "no help lines are shown" if wanted else "help lines are shown"


def _asks(wanted: str, answer: Json, before: Json) -> Iterator[str]:
    asked = answer.get("asked") or {}
    if asked.get("name") != wanted or not answer["quick_replies"]:
        yield f"{wanted} is not asked back with choices; asked: {asked or 'nothing'}"


def _language(wanted: str, answer: Json, before: Json) -> Iterator[str]:
    if answer["language"] != wanted:
        yield f"answered in {answer['language']}"


def _keeps(wanted: bool, answer: Json, before: Json) -> Iterator[str]:
    if wanted and answer["profile"] != before:
        changed = [key for key, value in answer["profile"].items() if value != before.get(key)]
        yield f"{changed} changed"


CHECKS: Mapping[str, Check] = {
    "profile": _profile,
    "absent": _absent,
    "lacks": _lacks,
    "shows": _shows,
    "says": _says,
    "never": _never,
    "crisis": _crisis,
    "asks": _asks,
    "language": _language,
    "keeps": _keeps,
}


def value_at(profile: Json, path: str) -> Any:
    """Look a dotted field up; None where there is none."""
    value: Any = profile
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def shown_in(answer: Json) -> str:
    """Put everything a person reads in an answer into one text, in small letters."""
    return json.dumps(answer["messages"], ensure_ascii=False).casefold()
