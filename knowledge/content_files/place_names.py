"""Checks that the places a program file names are on the map. It reads and changes no record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from knowledge.content_files.hints import HINTS
from knowledge.content_files.nearest import closest
from knowledge.content_files.program_shape import ProgramShape
from knowledge.content_files.yaml_text import Complaint, Path, Written
from matching.requirements import Status
from matching.where import within_named
from places.gazetteer import Gazetteer
from places.place import Place
from places.table import Table

COUNTIES = ("counties", "counties_include", "in_counties")
CITIES = ("cities", "in_cities")
PLAIN_ENDINGS = (" County", " Parish", " Borough")  # matching reads a county with or without them


def place_complaints(
    written: Written, program: ProgramShape, gazetteer: Gazetteer
) -> Iterator[Complaint]:
    """Find areas nobody could live in, and sites that would stand nowhere."""
    for path, listed in _named(program.model_dump(exclude_none=True), ()):
        if isinstance(listed, dict):
            message, severity = _site_fault(listed, gazetteer), "warning"
        elif path[-2] in COUNTIES:
            message, severity = _county_fault(listed), "error"
        else:
            message, severity = _city_fault(listed, gazetteer), "error"
        if message:
            yield Complaint(written.line_of(path), path, message, severity)


def _named(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Walk a record to every listed county and city, and to every site."""
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _named(inner, (*path, number))
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in (*COUNTIES, *CITIES, "sites"):
                yield from (((*path, key, number), one) for number, one in enumerate(inner))
            else:
                yield from _named(inner, (*path, key))


def _county_fault(listed: str) -> str | None:
    name, _, state = listed.rpartition(", ")
    known = _counties().get(state, ())
    if not known or _lists(listed, state, known):
        return None
    short = {_plain(county).casefold(): _plain(county) for county in known}
    near = closest(name, short)
    advice = f"did you mean `{short[near]}, {state}`?" if near else HINTS["counties"]
    return f"“{listed}” is no county on the map: {advice}"


def _city_fault(listed: str, gazetteer: Gazetteer) -> str | None:
    name, _, state = listed.rpartition(", ")
    if _lists(listed, state, (place.name for place in _cities(gazetteer, name, state))):
        return None
    advice = _meant(gazetteer, name, state) or HINTS["cities"]
    return f"“{listed}” is no city on the map: {advice}"


def _site_fault(site: dict[str, Any], gazetteer: Gazetteer) -> str | None:
    """A small place the map lacks may still be put on it by hand."""
    name, state = site["city"], site["state"]
    if ("lat" in site and "lon" in site) or _cities(gazetteer, name, state):
        return None
    advice = _meant(gazetteer, name, state) or "check the spelling"
    return f"“{name}, {state}” is not on the map: {advice} If it is right, add lat and lon"


def _lists(listed: str, state: str, names: Iterable[str]) -> bool:
    """Say whether matching could ever find a person in it."""
    return any(within_named(name, state, (listed,)) is Status.MET for name in names)


def _cities(gazetteer: Gazetteer, name: str, state: str | None) -> list[Place]:
    return [place for place in gazetteer.named(name, state) if place.kind != "county"]


def _meant(gazetteer: Gazetteer, name: str, state: str) -> str | None:
    """Name the place that was likely meant, in this state or else in another."""
    near = [place for place in gazetteer.closest_name(name, state)[0] if place.kind != "county"]
    found = [*_cities(gazetteer, name, state), *near, *_cities(gazetteer, name, None)]
    return f"did you mean `{found[0].name}, {found[0].state}`?" if found else None


def _plain(county: str) -> str:
    ending = next((end for end in PLAIN_ENDINGS if county.endswith(end)), "")
    return county.removesuffix(ending)


@lru_cache(maxsize=1)
def _counties() -> dict[str, frozenset[str]]:
    """Collect the counties of every state. Few files name one: the table is read when one does."""
    table, found = Table.read(), dict[str, set[str]]()
    for place in (place for key in table.names for place in table.named(key)):
        if place.county:
            found.setdefault(place.state, set()).add(place.county)
    return {state: frozenset(names) for state, names in found.items()}
