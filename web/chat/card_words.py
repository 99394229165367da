"""What a card says beside its own texts: how near, how dear, where it leads. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import locales
from knowledge.reader import Release
from matching.profile import Location
from matching.program import in_language

Json = Mapping[str, Any]
SHOWN_AT_ONCE = 3  # requirements of a card, before it is unfolded
WEIGHT = {"not_met": 0, "unknown": 1, "met": 2}
Place = tuple[str, str | None]  # language, and the state whose wages are told


@dataclass(frozen=True)
class Onward:
    """A program or a job that another one leads to."""

    name: str
    program_id: str | None = None  # None: a job
    pay: str | None = None  # the wage of a job, in words; None: none is published


def nearby(match: Json, language: str) -> list[str]:
    """Say in two or three words each how far it is and whether it is free."""
    told = []
    if match.get("distance_miles") is not None:
        distance = {"miles": match["distance_miles"]}
        told.append(locales.say("web.distance", language, {"distance": distance}))
    cost = match.get("cost")
    if isinstance(cost, Mapping) and cost.get("usd") == 0:
        told.append(locales.say("codes.unit.free", language))
    return told


def onward(match: Json, release: Release | None, place: Place) -> list[Onward]:
    """Name what a program leads to, jobs with their wage in the state of the place."""
    programs, jobs = match.get("leads_to") or [], match.get("jobs") or []
    names = match.get("onward") or []
    first = [Onward(name, program) for name, program in zip(names, programs, strict=False)]
    return first + [Onward(job["title"], None, _pay(job["soc"], release, place)) for job in jobs]


def _pay(soc: str, release: Release | None, place: Place) -> str | None:
    language, state = place
    wage = release.wage(soc, state) if release else None
    if wage is None or wage.median_usd is None:
        return None
    return locales.say("codes.unit.a_year", language, {"amount": {"usd": wage.median_usd}})


def folded(requirements: list[Json]) -> tuple[list[Json], list[Json]]:
    """Part requirements into those a card shows at once and those behind a fold, in their order.

    What is not met always shows; what must still be told comes before what is met.
    """
    weighty = sorted(requirements, key=lambda one: WEIGHT[one["status"]])
    failed = sum(one["status"] == "not_met" for one in requirements)
    chosen = weighty[: max(SHOWN_AT_ONCE, failed)]
    if len(requirements) <= len(chosen) + 1:  # a fold for a single line saves nothing
        return requirements, []
    shown = [one for one in requirements if any(one is other for other in chosen)]
    return shown, [one for one in requirements if not any(one is other for other in shown)]


def ladder_address(ladder_id: str, state: str | None) -> str:
    """Return the address of a ladder, with the wages of a state where one is known."""
    query = f"?{urlencode({'state': state})}" if state else ""
    return f"/ladders/{quote(ladder_id, safe='')}{query}"


def way_address(ladder_id: str, rung: int, state: str | None) -> str:
    """Return the address of a ladder with the way to one of its rungs."""
    asked = {"to": rung, **({"state": state} if state else {})}
    return f"/ladders/{quote(ladder_id, safe='')}?{urlencode(asked)}"


def place_name(place: Location, language: str) -> str:
    """Name a place as people write it: a town with its state, else the state in full."""
    if place.city:
        return " ".join(filter(None, (f"{place.city}, {place.state}", place.zip)))
    return locales.say(f"states.{place.state}", language)


def name_of_program(release: Release | None, program_id: str, language: str) -> str:
    """Name a program; one the release does not hold is shown by its id."""
    program = release.programs.get(program_id) if release else None
    return in_language(program.name, language) if program else program_id


def name_of_ladder(release: Release | None, ladder_id: str, language: str) -> str:
    """Name a ladder; one the release does not hold is shown by its id."""
    ladder = release.ladders.get(ladder_id) if release else None
    return in_language(ladder.name, language) if ladder else ladder_id


def coded(group: str, codes: list[str]) -> list[Json]:
    """Return codes as something a sentence can list."""
    return [{"code": f"{group}.{code}"} for code in codes]
