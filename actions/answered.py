"""What a short answer means by what was asked: "yes" to a question about a license is a license."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.heard import Heard, Json, Memory
from matching.profile import FLAGS

YES_OR_NO: Mapping[str, bool] = {"affirm": True, "deny": False}


def completed(heard: Heard, memory: Memory) -> Json:
    """Return the message's delta, with what the question before it adds to it."""
    awaiting, delta = memory.awaiting, heard.delta
    said = YES_OR_NO.get(heard.intent)
    if memory.choice or not awaiting:
        return delta
    if heard.intent == "save_plan" and awaiting.get("name") == "keep":
        said = True  # "keep it", of what was only tried
    if said is not None:
        return {**_of_yes_or_no(awaiting, said), **delta}
    if awaiting.get("name") == "location" and delta.get("location"):
        return {**delta, "location": _settled(awaiting, delta["location"])}
    return delta


def _of_yes_or_no(awaiting: Json, said: bool) -> Json:
    kind, name = awaiting.get("kind"), str(awaiting.get("name"))
    if kind == "requirement":
        return {"confirmed": {name: said}}
    if kind == "field" and name.removeprefix("facts.") in FLAGS:
        return path_delta(name, said)
    if kind == "confirm" and said:
        return dict(awaiting.get("delta") or {})
    return {}


def _settled(awaiting: Json, location: Json) -> Json:
    """Complete "Illinois" with the city whose state was asked for."""
    if location.get("city") or not location.get("state"):
        return location
    offered = [place_of(choice) for choice in awaiting.get("choices") or ()]
    meant = [place for place in offered if place.get("state") == location["state"]]
    return meant[0] if len(meant) == 1 else location


def path_delta(path: str, value: Any) -> Json:
    """Write one dotted field as a delta: facts.veteran becomes {"facts": {"veteran": …}}."""
    outer, _, inner = path.partition(".")
    return {outer: {inner: value}} if inner else {outer: value}


def place_of(choice: Any) -> Json:
    """Read a place offered as a choice: a location, or "City, ST"."""
    if isinstance(choice, dict):
        return {part: choice.get(part) for part in ("city", "state", "zip") if choice.get(part)}
    city, _, state = str(choice).rpartition(", ")
    return {"city": city, "state": state} if city else {"state": state}
