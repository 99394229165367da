"""Which question comes next, and which are never asked."""

from __future__ import annotations

from typing import Any

import pytest

from matching.asking import Question, next_question
from matching.program import Program, ServiceArea
from matching.ranking import rank
from matching.where import NOWHERE
from tests.builders import MILWAUKEE, TODAY, a_group, a_leaf, a_profile, a_program
from tests.unit.matching.rows_work import FPL_200

KNOWN: dict[str, Any] = {
    "age": 19,
    "level": "high_school",
    "city": "Milwaukee",
    "state": "WI",
    "likes": ["construction"],
}


def asked(*programs: Program, skip: tuple[str, ...] = (), **person: Any) -> Question | None:
    profile = a_profile(**person)
    where = MILWAUKEE if profile.location.city else NOWHERE
    by_id = {program.id: program for program in programs}
    return next_question(profile, rank(profile, programs, where, TODAY), by_id, skip, TODAY)


def name_of(question: Question | None) -> str | None:
    return question.name if question else None


ADULT = a_leaf("age", start_at=18)
DIPLOMA = a_leaf("education", "a-program#education", min_level="high_school")


@pytest.mark.parametrize(
    ("rules", "unsaid", "question"),
    [
        pytest.param((ADULT,), "age", "age", id="an age rule: how old"),
        pytest.param((DIPLOMA,), "level", "education", id="a school rule: how far in school"),
        pytest.param((DIPLOMA,), "age", None, id="no age rule: age is not asked"),
        pytest.param((ADULT,), "likes", "interests", id="wishes unsaid: what kind of work"),
    ],
)
def test_only_what_a_program_needs_is_asked(
    rules: tuple[Any, ...], unsaid: str, question: str | None
) -> None:
    person = {key: value for key, value in KNOWN.items() if key != unsaid}
    assert name_of(asked(a_program(*rules), **person)) == question


def test_the_place_is_asked_where_it_decides() -> None:
    local = a_program(ADULT, serves=ServiceArea(cities=("Milwaukee, WI",)))
    person = {"age": 19, "likes": ["construction"]}
    assert name_of(asked(local, **person)) == "location"
    assert name_of(asked(local, skip=("location",), **person)) is None


def test_what_decides_most_programs_is_asked_first() -> None:
    programs = [a_program(DIPLOMA, id=f"school-{at}") for at in range(3)]
    programs += [a_program(ADULT, id=f"age-{at}") for at in range(2)]
    person = {key: value for key, value in KNOWN.items() if key not in ("age", "level")}
    question = asked(*programs, **person)
    assert question is not None
    assert (question.name, question.opens, question.program_id) == ("education", 3, "school-0")
    assert question.why_code == "requirements.why.education"


LICENSE = a_leaf("license", "a-program#license", kind="driver")
FOSTER = a_leaf("other", "a-program#foster", fact="foster_youth")
EXAM = a_leaf("physical", "a-program#physical", abilities=["heights"])


def test_basics_come_first_then_facts_then_requirements_and_private_facts_last() -> None:
    program = a_program(ADULT, LICENSE, FOSTER, EXAM)
    person = {key: value for key, value in KNOWN.items() if key != "age"}
    skipped: list[str] = []
    while (question := asked(program, skip=tuple(skipped), **person)) is not None:
        skipped.append(question.name)
    assert skipped == [
        "age",
        "facts.driver_license",
        "a-program#physical",
        "facts.foster_youth",
    ]


@pytest.mark.parametrize(
    "leaf",
    [
        pytest.param(a_leaf("work_authorization"), id="the right to work"),
        pytest.param(a_leaf("other", group=["women"]), id="whom a program is for"),
        pytest.param(a_leaf("justice", bars=["felony"]), id="a record"),
        pytest.param(a_leaf("justice", check=["polygraph"]), id="a check"),
        pytest.param(a_leaf("test", kind="drug_screen"), id="a drug screen"),
        pytest.param(a_leaf("other", steps=["interview"]), id="a step on the way in"),
        pytest.param(a_leaf("employment", employer="Ford"), id="an employer they would have named"),
        pytest.param(a_leaf("physical", exam="dot"), id="an exam to come"),
        pytest.param(a_leaf("age", start_at=21, sometimes=True), id="what only some ask"),
    ],
)
def test_some_things_are_never_asked(leaf: Any) -> None:
    assert asked(a_program(leaf), **KNOWN) is None


def test_a_private_fact_is_not_asked_unless_a_program_at_hand_needs_it() -> None:
    reentry = a_program(a_leaf("justice", fact="justice_involved"), id="reentry")
    assert name_of(asked(reentry, **KNOWN)) == "facts.justice_involved"
    assert asked(a_program(ADULT), **KNOWN) is None


@pytest.mark.parametrize(("age", "question"), [(17, None), (18, "facts.veteran")])
def test_nobody_under_eighteen_is_asked_whether_they_served(age: int, question: str) -> None:
    served = a_program(a_leaf("other", fact="veteran"))
    assert name_of(asked(served, **{**KNOWN, "age": age})) == question


def test_nothing_is_asked_about_a_door_that_is_shut() -> None:
    shut = a_program(a_leaf("residency", states=["NV"]), LICENSE)
    assert asked(shut, **KNOWN) is None


def test_who_works_there_is_asked_what_only_they_can_know() -> None:
    trust = a_program(
        a_leaf("employment", "a-program#job", employer="Kaiser Permanente", partly=True),
        a_leaf("experience", "a-program#probation", past_probation=True),
    )
    kaiser = {**KNOWN, "facts": {"employer": "Kaiser Permanente"}}
    assert name_of(asked(trust, **kaiser)) == "a-program#job"
    assert name_of(asked(trust, skip=("a-program#job",), **kaiser)) == "a-program#probation"
    assert asked(trust, **KNOWN) is None


def test_a_met_alternative_needs_no_question() -> None:
    either = a_program(a_group("any_of", DIPLOMA, LICENSE))
    assert asked(either, **KNOWN) is None


def test_the_place_is_not_asked_for_what_is_met_without_it() -> None:
    either = a_program(a_group("any_of", DIPLOMA, a_leaf("residency", states=["WI"])))
    person = {key: value for key, value in KNOWN.items() if key not in ("city", "state")}
    assert asked(either, **person) is None


def test_a_group_can_be_asked_whole() -> None:
    ways = a_group("any_of", a_leaf("course", "a-program#c"), a_leaf("experience", "a-program#e"))
    question = asked(a_program(ways), **KNOWN)
    assert question is not None
    assert (question.kind, question.name) == ("requirement", "a-program#group")


def test_no_question_is_left_when_all_is_met() -> None:
    assert asked(a_program(ADULT, DIPLOMA), **KNOWN) is None


POOR = a_leaf("income", "a-program#income", **FPL_200)


@pytest.mark.parametrize(
    ("means", "question"),
    [
        pytest.param({}, "household_income_usd", id="first what comes in"),
        pytest.param({"household_income_usd": 9_000}, "household_size", id="then for how many"),
        pytest.param({"household_income_usd": 9_000, "household_size": 2}, None, id="both known"),
    ],
)
def test_income_and_household_are_asked_only_where_a_limit_goes_by_them(
    means: dict[str, Any], question: str | None
) -> None:
    assert name_of(asked(a_program(POOR), **KNOWN, **means)) == question
    assert name_of(asked(a_program(), **KNOWN, **means)) is None


def test_what_an_office_decides_is_never_asked() -> None:
    decided = a_leaf("other", "a-program#decision", decided_by="job_center")
    assert asked(a_program(decided), **KNOWN) is None


def test_what_came_before_a_certificate_is_still_asked() -> None:
    question = asked(a_program(DIPLOMA), **{**KNOWN, "level": "certificate"})
    assert name_of(question) == "education"
