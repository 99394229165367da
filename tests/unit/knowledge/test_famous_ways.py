"""Famous ways through the shipped content: from readiness to the trade, from the first job up.

Each stands on what a record says; famous_ways.txt lists them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.advice import Advice
from knowledge.release import Release
from places.gazetteer import Gazetteer

MARKS = {"lead": ">>", "train": "=>", "up": "^", "lateral": "~"}
WRITTEN = Path(__file__).with_name("famous_ways.txt").read_text(encoding="utf-8").splitlines()
WAYS = [line.split(" | ") for line in WRITTEN if line[:1] != "#"]


def walked(release: Release, start: str, goal: str) -> str | None:
    way = release.lattice.way([start], [goal])
    return None if way is None else " ".join(f"{MARKS[step.kind]} {step.end}" for step in way)


@pytest.mark.parametrize(("start", "way"), WAYS)
def test_a_famous_way_is_found(shipped: Release, start: str, way: str) -> None:
    assert walked(shipped, start, goal=way.split()[-1]) == way


def test_there_are_many_of_them() -> None:
    assert len(WAYS) >= 30


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        pytest.param("carpenter/3", "electrician/3", id="carpenters do not lead electricians"),
        pytest.param("electrician/4", "plumber-pipefitter/4", id="nor inspect pipes"),
        pytest.param("restaurant-service/3", "culinary/4", id="nor waiters' supervisors cook"),
        pytest.param("nursing/3", "nursing/1", id="no ladder leads down"),
        pytest.param("47-2061", "electrician/2", id="no source leads laborers to that trade"),
    ],
)
def test_no_way_is_invented(shipped: Release, start: str, goal: str) -> None:
    assert walked(shipped, start, goal) is None


def test_every_step_of_the_release_stands_on_a_record(shipped: Release) -> None:
    """A program leads on only to what it names; a rung only by a move of a ladder of its job."""
    for program in shipped.programs.values():
        named = {*program.leads_to, *program.occupations}
        for step in shipped.lattice.onward(program.id):
            found = shipped.lattice.rung(step.end)
            assert step.end in named or (found and found[0].rungs[found[1]].soc in named), step


def test_most_programs_lead_somewhere(shipped: Release) -> None:
    """Those that name a job lead on; job centers, funds for any study and the like name none."""
    naming = [one for one in shipped.programs.values() if one.occupations or one.leads_to]
    silent = [one.id for one in naming if not shipped.lattice.onward(one.id)]
    assert silent == []
    assert len(naming) > 300


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_way_to_every_rung_can_be_shown(shipped: Release, language: str) -> None:
    """Each step with its kind and numbers of sources that are there; wages are ranges with their
    area, and where none is published it is said."""
    advice = Advice(shipped, Gazetteer.open(), date(2026, 11, 23), language)
    for ladder in shipped.ladders.values():
        for at in {move.end for move in ladder.moves}:
            way = advice.way(None, f"{ladder.id}/{at}", "NV")["way"]
            assert way is not None
            for step in way["steps"]:
                assert step["kind_text"]
                assert step["needs"]
                assert set(step["sources"]) <= set(range(len(way["sources"])))
                assert step["to"]["wage_text"]
                assert is_a_range(step["to"]["wage"])


def is_a_range(wage: dict[str, Any] | None) -> bool:
    if wage is None:
        return True
    figures = [wage[name] for name in ("low_usd", "median_usd", "high_usd") if wage[name]]
    return wage["area"] in ("NV", "US") and figures == sorted(figures)


@pytest.mark.parametrize(
    ("phrase", "places"),
    [
        ("journeyman electrician", ("electrician/2",)),
        ("supervisor electrician", ("electrician/3",)),
        ("electrician", ("electrician/2",)),
        ("electricista", ("electrician/2",)),
        ("oficial electricista", ("electrician/2",)),
        ("ayudante de electricista", ("electrician/0",)),
        ("capataz de carpintería", ("carpenter/4",)),
        ("chef", ("culinary/4",)),
        ("jefe de cocina", ("culinary/4",)),
        ("registered nurse", ("nursing/3",)),
        ("enfermera", ("nursing/3",)),
        ("plumbing inspector", ("plumber-pipefitter/4",)),
        ("lineman", ("lineworker/2",)),
        ("welding supervisor", ("welder/4",)),
        ("hotel manager", ("hotel-housekeeping/4",)),
        ("electrician/3", ("electrician/3",)),
        ("wrtp-big-step", ("wrtp-big-step",)),
        ("WRTP BIG STEP", ("wrtp-big-step",)),
        ("astronaut", ()),
        ("there", ()),
        ("", ()),
    ],
)
def test_words_name_places(shipped: Release, phrase: str, places: tuple[str, ...]) -> None:
    assert shipped.places(phrase) == places


def test_a_step_alone_names_it_on_every_ladder_that_has_it(shipped: Release) -> None:
    assert {"electrician/2", "carpenter/3"} <= set(shipped.places("journeyworker"))
    assert {"electrician/3", "welder/4"} <= set(shipped.places("supervisora"))
