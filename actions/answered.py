"""What a short answer means by what was asked: "yes" to a question about a license is a license."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import locales
from actions.heard import Heard, Json, Memory
from actions.phrases import any_of, plain
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
    if awaiting.get("name") == "location":
        place = _settled(awaiting, delta.get("location") or {}, heard.text)
        return {**delta, "location": place} if place else delta
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


def _settled(awaiting: Json, location: Json, text: str) -> Json:
    """Complete “Illinois” or “la de Colorado” with the city whose state was asked for."""
    offered = [place_of(choice) for choice in awaiting.get("choices") or ()]
    states = {location.get("state")} - {None}
    if any(place.get("state") in states for place in offered):
        meant = [place for place in offered if place.get("state") in states]
        return meant[0] if len(meant) == 1 and not location.get("city") else location
    named = [place for place in offered if _names_state(plain(text), str(place.get("state")))]
    return named[0] if len(named) == 1 else location


def _names_state(said: str, state: str) -> bool:
    """Tell whether a plain text holds a state's name in any language."""
    code = f"states.{state}"
    names = (locales.say(code, spoken) for spoken in locales.languages() if locales.has(code))
    return any(any_of([name]).search(said) for name in names)


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
