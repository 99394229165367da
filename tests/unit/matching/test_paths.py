"""The closest path to yes is the least set of steps, tried against every set there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.gaps import step_of
from matching.judging import Judged, requirements_of
from matching.match import Path
from matching.paths import closest_path
from matching.profile import Profile
from matching.program import Group, Program
from matching.requirements import Status, all_of, any_of
from matching.rules.case import Case
from matching.where import Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_case, a_group, a_leaf, a_program
from tests.unit.matching.test_laws import PLACES, PROFILES, programs

Key = tuple[Any, ...]


def key_of(case: Case, leaf: Judged) -> Key | None:
    step = step_of(case, leaf)
    return None if step is None else (step.code, *sorted(map(repr, step.params.items())))


def after(case: Case, judged: Judged, taken: frozenset[Key]) -> Status:
    """Judge a requirement as if some steps had been taken."""
    if not isinstance(judged.requirement, Group):
        gained = judged.status == "not_met" and key_of(case, judged) in taken
        return Status.MET if gained else Status[judged.status.upper()]
    if judged.status != "not_met":
        return Status[judged.status.upper()]
    if judged.requirement.mode == "all_of":
        return all_of(after(case, part, taken) for part in judged.alternatives if part.closes)
    return any_of(after(case, part, taken) for part in judged.alternatives)


def steps_in(case: Case, judged: Judged) -> Iterator[Key]:
    for leaf in judged.leaves():
        key = key_of(case, leaf) if leaf.status == "not_met" else None
        if key is not None:
            yield key


def fewest(case: Case, requirements: tuple[Judged, ...]) -> int | None:
    """Try every set of steps, the small ones first."""
    closing = [entry for entry in requirements if entry.closes]
    every = sorted({key for entry in closing for key in steps_in(case, entry)}, key=repr)
    for size in range(len(every) + 1):
        for taken in combinations(every, size):
            left = [after(case, entry, frozenset(taken)) for entry in closing]
            if Status.NOT_MET not in left:
                return size
    return None


@settings(max_examples=300, deadline=None)
@given(programs(), PROFILES, PLACES)
def test_no_set_of_fewer_steps_leads_there(
    program: Program, profile: Profile, home: Whereabouts
) -> None:
    case = Case(profile, home, TODAY)
    judged = requirements_of(case, program)
    path = closest_path(case, program, judged)
    if all(entry.requirement.track is None for entry in judged):
        assert (None if path is None else len(path.steps)) == fewest(case, judged)


DIPLOMA = a_leaf("education", "p#education", min_level="high_school")
ALGEBRA = a_leaf("course", "p#course", subject="algebra")
AGE = a_leaf("age", "p#age", start_at=18)


def path_of(*rules: Any, **person: Any) -> Path | None:
    program = a_program(*rules)
    case = a_case(MILWAUKEE, **person)
    return closest_path(case, program, requirements_of(case, program))


def codes(path: Path | None) -> list[str]:
    assert path is not None
    return [step.code for step in path.steps]


def test_one_diploma_meets_two_rules() -> None:
    twice = a_leaf("education", "p#again", min_level="high_school")
    assert codes(path_of(DIPLOMA, twice, level="some_high_school")) == ["step.diploma"]


def test_the_shorter_of_two_ways_is_taken() -> None:
    long = a_group("all_of", DIPLOMA, ALGEBRA, group_id="p#long")
    short = a_leaf("license", "p#license", kind="driver")
    either = a_group("any_of", long, short, group_id="p#either")
    facts = {"driver_license": False, "algebra_credit": False}
    assert codes(path_of(either, level="some_high_school", facts=facts)) == ["step.license"]


def test_the_birthday_comes_last_and_says_its_day() -> None:
    path = path_of(AGE, DIPLOMA, age=17, next_birthday="2027-03-09", level="some_high_school")
    assert codes(path) == ["step.diploma", "step.age_date"]
    assert path is not None
    assert path.steps[-1].date == "2027-03-09"


def test_what_cannot_be_gained_has_no_path() -> None:
    assert path_of(a_leaf("age", "p#max", max_age=24), age=40) is None


@given(st.integers(18, 60))
def test_with_nothing_missing_the_path_is_empty(age: int) -> None:
    assert path_of(AGE, age=age) == Path((), None, None)
