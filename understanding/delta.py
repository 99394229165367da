"""Folds spans into a contract delta. Pure; decides nothing about a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from understanding.reading import Span

LISTS = ("interests.likes", "interests.dislikes", "interests.occupations", "credentials", "courses")


def delta_of(spans: Iterable[Span]) -> dict[str, Any]:
    """Fold spans, in their order, into the profile's shape. Later values of one field win."""
    delta: dict[str, Any] = {}
    for span in spans:
        _put(delta, span)
    _keep_wished(delta.get("interests") or {})
    return delta


def _keep_wished(interests: dict[str, Any]) -> None:
    """ "Scratch electrician, plumber instead": what is wished anew is not taken out."""
    taken, wished = interests.get("remove") or {}, interests.get("likes") or ()
    if not set(taken.get("likes") or ()).isdisjoint(wished):
        taken["likes"] = [sector for sector in taken["likes"] if sector not in wished]
    if taken and not any(taken.values()):
        del interests["remove"]


def _put(delta: dict[str, Any], span: Span) -> None:
    path = span.field.split(".", 1)
    holder = delta if len(path) == 1 else _inner(delta, path[0])
    name = path[-1]
    if span.op == "forget":
        holder[name] = None
    elif span.op == "remove":
        taken = holder.setdefault("remove", {}).setdefault(name, [])
        _append(taken, span.value)
    elif span.field in LISTS:
        if holder.get(name) is None:
            holder[name] = []
        _append(holder[name], span.value)
        if span.op == "only":
            holder["only"] = True
    else:
        holder[name] = span.value


def _inner(delta: dict[str, Any], name: str) -> dict[str, Any]:
    if delta.get(name) is None:
        delta[name] = {}
    inner: dict[str, Any] = delta[name]
    return inner


def _append(values: list[Any], value: Any) -> None:
    if value not in values:
        values.append(value)
