"""Whether a card says what the release says, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
ADDED = ("#location", "#entry")  # conditions every program has; no record lists them
SAME: tuple[str, ...] = (
    *("name", "kind", "status", "sectors", "summary", "facts", "sources"),
    *("cost", "pay_while_training", "length", "how_to_apply", "phone", "url"),
)
WORDS = ("about", "text", "source", "track")


def untrue_in(card: Json, record: Json) -> list[str]:
    """List what a card states differently from its record."""
    name = card["program_id"]
    wrong = [f"{name}: {key}" for key in SAME if card.get(key) != record.get(key)]
    listed = {one["id"]: one for one in _flat(record["requirements"])}
    shown = {one["id"]: one for one in _flat(card["requirements"])}
    for ending in ADDED:
        shown.pop(name + ending, None)
    wrong += [f"{name}: requirement {one} is left out" for one in listed.keys() - shown.keys()]
    for one, requirement in shown.items():
        if one not in listed:
            wrong.append(f"{name}: no source states requirement {one}")
        elif any(requirement[key] != listed[one][key] for key in WORDS):
            wrong.append(f"{name}: requirement {one} reads otherwise")
    return wrong


def _flat(requirements: list[Json]) -> Iterator[Json]:
    for one in requirements:
        yield one
        yield from _flat(one.get("alternatives") or [])
