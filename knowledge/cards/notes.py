"""What stands beside a requirement on a card: whose rule it is, where it is written, in dollars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import locales
from matching.profile import Profile
from matching.program import Leaf, Program, Requirement, leaves_of
from matching.rules import never_a_status
from matching.rules.income import MAINLAND, limit_usd, regions_of

Json = dict[str, Any]
STATES_OWN = "apply_at_by_state"


@dataclass(frozen=True)
class Told:
    """What a person told, and the state they live in as far as a place or ZIP code tells."""

    profile: Profile | None = None
    state: str | None = None


NOTHING = Told()


def notes_of(requirement: Requirement, told: Told, language: str) -> Json:
    """Say of one condition whose rule it is, what law it cites, and what its limit comes to.

    `layer`: federal, state or local; None: the program's own. `answerable` false: not for the
    person to settle, so never put as a question.
    """
    if not isinstance(requirement, Leaf):
        return {"layer": None, "cites": None, "note": None, "answerable": True}
    cites = requirement.rule.get("cites")
    notes = [*_whose(requirement, told.state, language), *_limit(requirement, told, language)]
    return {
        "layer": layer_of(requirement, told.state),
        "cites": cites,
        "note": " · ".join([*notes, *([cites] if cites else [])]) or None,
        "answerable": not (never_a_status(requirement) or "unstated" in requirement.rule),
    }


def decider_of(program: Program) -> str | None:
    """Name who decides who gets in: job_center, agency or program; None: nobody is named."""
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    return next(
        (str(leaf.rule["decided_by"]) for leaf in leaves if "decided_by" in leaf.rule), None
    )


def layer_of(leaf: Leaf, state: str | None) -> str | None:
    """Name the layer a condition stands in; an age that a state sets for itself is the state's."""
    if state in leaf.rule.get(STATES_OWN, ()):
        return "state"
    layer = leaf.rule.get("layer")
    return str(layer) if layer else None


def where_it_holds(leaf: Leaf, state: str | None) -> Any:
    """Name the places whose own rule a condition is, as a value to say; None: it names none."""
    rule: Mapping[str, Any] = leaf.rule
    towns = (*rule.get("in_cities", ()), *rule.get("in_counties", ()))
    if towns:
        return list(towns)
    states = (state,) if state in rule.get(STATES_OWN, ()) else rule.get("in_states", ())
    own = (state,) if state in states else states
    return [{"code": f"states.{one}"} for one in own] or None


def _whose(leaf: Leaf, state: str | None, language: str) -> Iterator[str]:
    layer = layer_of(leaf, state)
    if layer is None:
        return
    place = where_it_holds(leaf, state)
    code = f"requirements.layer.{layer}" + ("_of" if place else "")
    yield locales.say(code, language, {"place": place} if place else {})


def _limit(leaf: Leaf, told: Told, language: str) -> Iterator[str]:
    """Write the limit out for the household, or for one person and each further one."""
    line = leaf.rule.get("poverty_line")
    regions = regions_of(told.state)
    if line is None or not regions:
        return
    size = told.profile.household_size if told.profile else None
    region = regions[0] if told.state else MAINLAND
    amount = limit_usd(leaf.rule, region, size or 1)
    params: Json = {"amount": {"usd": amount}, "year": str(line["year"]), "count": size or 1}
    if size is None:
        params["more"] = {"usd": limit_usd(leaf.rule, region, 2) - amount}
    code = "requirements.limit.of_household" if size else "requirements.limit.of_one_and_more"
    yield locales.say(code, language, params)
