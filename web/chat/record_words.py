"""What the page of a record says beside the record: how far, how old, whom it takes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import inf
from typing import Any

import locales
from matching.program import Program, Site, Source
from matching.weights import WEIGHTS
from matching.where import Whereabouts, miles

Json = dict[str, Any]
OLD_YEARS = WEIGHTS.fresh_years[-1][0]  # past these, matching takes no fact for fresh either


def is_old(source: Source, today: date) -> bool:
    """Tell whether what a source says may well have changed. No date at all: nobody can tell."""
    newest = max(filter(None, (source.as_of, source.verified_on)), default=None)
    return newest is not None and today.year - int(newest[:4]) > OLD_YEARS


def doors(sites: Iterable[Site], where: Whereabouts, language: str) -> list[Json]:
    """List the places of a program, the nearest first when it is known from where."""
    point = where.point
    found = []
    for site in sites:
        far = None
        if point and site.lat is not None and site.lon is not None:
            far = miles(point, (site.lat, site.lon))
        told = {"distance": {"miles": far}}
        text = locales.say("browse.record.far", language, told) if far is not None else None
        found.append({"site": site, "miles": far, "far": text})
    return sorted(found, key=lambda one: one["miles"] if one["miles"] is not None else inf)


def takes(program: Program, language: str) -> str | None:
    """Say from where it takes people; None: nobody states it."""
    area = program.serves
    if area is None:
        return None
    if area.nationwide:
        return locales.say("browse.record.country", language)
    named: list[str | Mapping[str, str]] = [{"code": f"states.{code}"} for code in area.states]
    named += [*area.counties, *area.cities]
    return locales.say("web.list", language, {"items": {"listed": named}}) if named else None
