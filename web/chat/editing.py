"""The form that mends what was understood: what changed in it, as a delta of the profile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.datastructures import FormData

from matching.profile import LEVELS, SECTORS
from matching.profile_fields import STATES

Json = dict[str, Any]
CHOICES = {"levels": LEVELS, "sectors": SECTORS, "states": sorted(STATES)}
LONGEST_NAME = 80


def edited(form: FormData, profile: Json) -> Json:
    """Return what the form changes of a profile; empty when it changes nothing.

    A field that was emptied is forgotten. What the form does not show stays as it is.
    """
    changes = {
        "age": _number(_text(form, "age")),
        "education": _part(form, ("level", "grade")),
        "location": _part(form, ("city", "state")),
    }
    delta = {name: new for name, new in changes.items() if new != _shown(profile, name)}
    likes = _likes(form.getlist("likes"), profile["interests"]["likes"])
    return {**delta, **({"interests": likes} if likes else {})}


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    text = value.strip()[:LONGEST_NAME] if isinstance(value, str) else ""
    return text or None


def _number(text: str | None) -> int | str | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 5 else text


def _part(form: FormData, names: tuple[str, ...]) -> Json | None:
    given: Json = {name: _text(form, name) for name in names}
    if "grade" in given:
        given["grade"] = _number(given["grade"])
    return given if any(value is not None for value in given.values()) else None


def _shown(profile: Json, name: str) -> Any:
    if name == "age":
        return profile["age"]
    names = ("level", "grade") if name == "education" else ("city", "state")
    part = {key: (profile.get(name) or {}).get(key) for key in names}
    return part if any(value is not None for value in part.values()) else None


def _likes(ticked: Iterable[Any], before: list[str]) -> Json:
    """Add what was ticked and take out what was unticked, leaving the order of the rest."""
    now = [sector for sector in ticked if sector in SECTORS]
    added = [sector for sector in now if sector not in before]
    taken = [sector for sector in before if sector not in now]
    return {
        **({"likes": added} if added else {}),
        **({"remove": {"likes": taken}} if taken else {}),
    }
