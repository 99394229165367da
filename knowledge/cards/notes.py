"""What stands beside a requirement on a card: whose rule it is, where it is written, in dollars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import locales
from matching.profile import Location, Profile
from matching.program import Leaf, Requirement
from matching.rules import never_a_status
from matching.rules.income import MAINLAND, limit_usd, regions_of

Json = dict[str, Any]
NOBODY = Profile()


def notes_of(requirement: Requirement, profile: Profile | None, language: str) -> Json:
    """Say of one condition whose rule it is, what law it cites, and what its limit comes to.

    `layer`: federal, state or local; None: the program's own. `answerable` false: not for the
    person to settle, so never put as a question.
    """
    if not isinstance(requirement, Leaf):
        return {"layer": None, "cites": None, "note": None, "answerable": True}
    who = profile or NOBODY
    told = list(_layer_told(requirement, who.location, language))
    told += _limit_told(requirement, who, language)
    cites = requirement.rule.get("cites")
    return {
        "layer": layer_of(requirement, who.location),
        "cites": cites,
        "note": " · ".join([*told, *([cites] if cites else [])]) or None,
        "answerable": not never_a_status(requirement),
    }


def layer_of(leaf: Leaf, place: Location) -> str | None:
    """Name the layer a condition stands in; an age that a state sets for itself is the state's."""
    if place.state in leaf.rule.get("apply_at_by_state", ()):
        return "state"
    layer = leaf.rule.get("layer")
    return str(layer) if layer else None


def _layer_told(leaf: Leaf, place: Location, language: str) -> Iterator[str]:
    layer = layer_of(leaf, place)
    if layer is None:
        return
    where = where_it_holds(leaf, place)
    if where is None:
        yield locales.say(f"requirements.layer.{layer}", language)
    else:
        yield locales.say(f"requirements.layer.{layer}_of", language, {"place": where})


def where_it_holds(leaf: Leaf, place: Location) -> Any:
    """Name the place whose own rule a condition is, as a value to say; None: none is named."""
    rule: Mapping[str, Any] = leaf.rule
    towns = (*rule.get("in_cities", ()), *rule.get("in_counties", ()))
    states = rule.get("in_states", ())
    if place.state in rule.get("apply_at_by_state", ()):
        states = (place.state,)
    if towns:
        return list(towns)
    own = [place.state] if place.state in states else list(states)
    return [{"code": f"states.{state}"} for state in own] or None


def _limit_told(leaf: Leaf, who: Profile, language: str) -> Iterator[str]:
    """Write the limit out for the household, or for one person and each further one."""
    line = leaf.rule.get("poverty_line")
    regions = regions_of(who.location.state)
    if line is None or not regions:
        return
    size = who.household_size
    region = regions[0] if who.location.state else MAINLAND
    one = limit_usd(leaf.rule, region, size or 1)
    params: Json = {"amount": {"usd": one}, "year": str(line["year"]), "count": size or 1}
    if size is None:
        params["more"] = {"usd": limit_usd(leaf.rule, region, 2) - one}
    code = "requirements.limit.of_household" if size else "requirements.limit.of_one_and_more"
    yield locales.say(code, language, params)
