"""For each of the 24 founding programs: somebody who gets it, and somebody who is told why not.

Where no sourced rule and no service area can say no, the second person's answer stays unknown, and
they are told what to confirm. No rule is invented to make a no.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import knowledge.setup
from knowledge.advice import Advice
from knowledge.reader import Library
from matching.match import Match
from matching.profile import Profile
from matching.profile_json import profile_after
from places.gazetteer import Gazetteer

Delta = dict[str, Any]


def living_in(city: str, state: str, **more: Any) -> Delta:
    return {"location": {"city": city, "state": state}, **more}


def schooled(level: str, grade: int | None = None) -> Delta:
    return {"level": level, "grade": grade}


@dataclass(frozen=True)
class No:
    """Who is told no, and by which requirement."""

    person: Delta
    requirement: str  # the part of its id after `#`
    verdict: str = "not_now"


@dataclass(frozen=True)
class Confirm:
    """Nobody can be told no; this is what a person is asked to confirm."""

    person: Delta
    requirement: str


@dataclass(frozen=True)
class Always:
    """Nobody can be told no, and nothing is left to confirm: it is for everyone."""

    person: Delta


DIPLOMA = schooled("high_school")
TENTH = schooled("some_high_school", 10)
NINTH = schooled("some_high_school", 9)
SOPHOMORE = schooled("in_high_school", 10)

Second = No | Confirm | Always
FOUNDING: dict[str, tuple[Delta, Second]] = {
    "culinary-academy-las-vegas": (
        living_in("Las Vegas", "NV"),
        No(living_in("Reno", "NV"), "location"),
    ),
    "1199c-training-upgrading-fund": (
        living_in("Philadelphia", "PA"),
        No(living_in("Dallas", "TX"), "location"),
    ),
    "ben-hudnall-memorial-trust": (
        living_in("Oakland", "CA", facts={"employed": True, "employer": "Kaiser Permanente"}),
        No(living_in("Oakland", "CA", facts={"employed": False}), "employment"),
    ),
    "seiu-uhw-joint-employer-education-fund": (
        living_in("Oakland", "CA", facts={"employed": True, "union": "SEIU-UHW"}),
        No(living_in("Oakland", "CA", facts={"union_member": False}), "membership"),
    ),
    "iam-boeing-joint-programs": (
        living_in("Everett", "WA", facts={"employer": "Boeing", "union": "IAM"}),
        No(living_in("Everett", "WA", facts={"employed": False}), "employment"),
    ),
    "wrtp-big-step": (
        living_in("Milwaukee", "WI", age=19, education=TENTH),
        No(living_in("Milwaukee", "WI", age=19, education=NINTH), "education", "one_step_away"),
    ),
    "imt-apprenticeship": (
        living_in("Milwaukee", "WI"),
        No(living_in("Houston", "TX"), "location"),
    ),
    "building-trades-apprenticeship": (
        living_in("Denver", "CO", age=19, education=DIPLOMA),
        No(living_in("Denver", "CO", age=14, education=DIPLOMA), "age"),
    ),
    "mc3-pre-apprenticeship": (
        living_in("Denver", "CO"),
        Confirm(living_in("Denver", "CO"), "entry"),
    ),
    "austin-polytechnical-academy": (
        living_in("Chicago", "IL", age=15, education=SOPHOMORE),
        No(living_in("Chicago", "IL", age=24, education=DIPLOMA), "enrollment"),
    ),
    "cmrc-manufacturing-reentry": (
        living_in("Chicago", "IL", facts={"justice_involved": True}),
        No(living_in("Chicago", "IL", facts={"justice_involved": False}), "justice"),
    ),
    "usw-institute-for-career-development": (
        living_in("Gary", "IN", facts={"union": "United Steelworkers"}),
        No(living_in("Gary", "IN", facts={"union_member": False}), "membership"),
    ),
    "uaw-gm-training": (
        living_in("Flint", "MI", facts={"employer": "General Motors", "union": "UAW"}),
        No(living_in("Flint", "MI", facts={"employed": False}), "employment"),
    ),
    "uaw-ford-training": (
        living_in("Dearborn", "MI", facts={"employer": "Ford", "union": "UAW"}),
        No(living_in("Dearborn", "MI", facts={"employed": False}), "employment"),
    ),
    "uaw-chrysler-training": (
        living_in("Detroit", "MI", facts={"employer": "Stellantis", "union": "UAW"}),
        No(living_in("Detroit", "MI", facts={"employed": False}), "employment"),
    ),
    "transportation-learning-center": (
        living_in("New York", "NY", facts={"employed": True, "employer": "MTA"}),
        No(living_in("New York", "NY", facts={"employed": False}), "employment"),
    ),
    "best-hospitality-training": (
        living_in("Boston", "MA"),
        No(living_in("Miami", "FL"), "location"),
    ),
    "hospitality-training-academy": (
        living_in("Los Angeles", "CA"),
        No(living_in("Seattle", "WA"), "location"),
    ),
    "readysc-boeing": (
        living_in("Charleston", "SC", education=DIPLOMA),
        No(living_in("Charleston", "SC", education=NINTH), "education", "one_step_away"),
    ),
    "career-academies": (
        living_in("Oakland", "CA", age=15, education=SOPHOMORE),
        No(living_in("Oakland", "CA", age=24, education=DIPLOMA), "enrollment"),
    ),
    "aerospace-state-training": (
        living_in("Mobile", "AL"),
        No(living_in("Boise", "ID"), "location"),
    ),
    "american-job-centers": (living_in("Nome", "AK"), Always(living_in("Bend", "OR"))),
    "community-colleges": (
        living_in("Tulsa", "OK", education=DIPLOMA),
        Confirm(living_in("Tulsa", "OK", education=NINTH), "education"),
    ),
    "working-for-america-institute": (
        living_in("Tulsa", "OK"),
        Confirm(living_in("Tulsa", "OK"), "entry"),
    ),
}


@pytest.fixture(scope="module")
def advice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Advice]:
    home: Path = tmp_path_factory.mktemp("founding")
    knowledge.setup.prepare(home)
    yield Advice(Library(home).current(), Gazetteer.open(), date(2026, 11, 23))


def judged(advice: Advice, program: str, delta: Delta) -> Match:
    return advice.judged(profile_after(Profile(), delta), [program])[0]


def status_of(match: Match, requirement: str) -> str:
    wanted = f"{match.program_id}#{requirement}"
    return next(j.status for j in match.requirements if j.requirement.id == wanted)


def test_all_of_the_24_are_there() -> None:
    assert len(FOUNDING) == 24


@pytest.mark.parametrize("program", FOUNDING)
def test_somebody_gets_it(advice: Advice, program: str) -> None:
    match = judged(advice, program, FOUNDING[program][0])
    assert match.verdict in ("eligible", "likely"), match
    assert match.serves_location is not False


NOS = [name for name, (_, second) in FOUNDING.items() if isinstance(second, No)]
CONFIRMS = [name for name, (_, second) in FOUNDING.items() if isinstance(second, Confirm)]
ALWAYS = [name for name, (_, second) in FOUNDING.items() if isinstance(second, Always)]


@pytest.mark.parametrize("program", NOS)
def test_somebody_is_told_no_for_the_right_reason(advice: Advice, program: str) -> None:
    second = FOUNDING[program][1]
    assert isinstance(second, No)
    match = judged(advice, program, second.person)
    assert match.verdict == second.verdict
    assert status_of(match, second.requirement) == "not_met"
    assert f"{program}#{second.requirement}" in [gap.requirement_id for gap in match.missing]


@pytest.mark.parametrize("program", CONFIRMS)
def test_where_nothing_can_say_no_a_person_is_told_what_to_confirm(
    advice: Advice, program: str
) -> None:
    second = FOUNDING[program][1]
    assert isinstance(second, Confirm)
    match = judged(advice, program, second.person)
    assert match.verdict == "likely"
    assert status_of(match, second.requirement) == "unknown"


@pytest.mark.parametrize("program", ALWAYS)
def test_what_is_for_everyone_is_open_to_everyone(advice: Advice, program: str) -> None:
    second = FOUNDING[program][1]
    assert isinstance(second, Always)
    assert judged(advice, program, second.person).verdict == "eligible"
