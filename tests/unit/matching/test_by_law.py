"""What federal law asks of the young where a program's own rules say nothing."""

from __future__ import annotations

import pytest

from matching.judging import judge
from matching.program import Program
from tests.builders import MILWAUKEE, TODAY, a_leaf, a_profile, a_program

ROOFER, BAKER = ("47-2181",), ("51-3011",)
TELLER = ("43-3071",)
APPRENTICESHIP = a_program(kind="apprenticeship", occupations=TELLER)


def statuses(program: Program, age: int | None) -> dict[str, str]:
    match = judge(a_profile(age=age), program, MILWAUKEE, TODAY)
    return {each.requirement.id.partition("#")[2]: each.status for each in match.requirements}


@pytest.mark.parametrize(
    ("age", "status"), [(15, "not_met"), (16, "met"), (17, "met"), (None, "unknown")]
)
def test_no_apprentice_is_younger_than_sixteen(age: int | None, status: str) -> None:
    assert statuses(APPRENTICESHIP, age)["youngest"] == status


@pytest.mark.parametrize("rule", [{"start_at": 18}, {"apply_at": 17}, {"apply_at_by_state": {}}])
def test_a_programs_own_youngest_age_stands_instead(rule: dict[str, object]) -> None:
    own = a_program(a_leaf("age", **rule), kind="apprenticeship")
    assert "youngest" not in statuses(own, 15)


def test_an_oldest_age_says_nothing_of_the_youngest() -> None:
    assert "youngest" in statuses(a_program(a_leaf("age", max_age=30), kind="apprenticeship"), 15)


@pytest.mark.parametrize("kind", ["pre_apprenticeship", "college", "high_school_program"])
def test_other_kinds_have_no_such_age(kind: str) -> None:
    assert "youngest" not in statuses(a_program(kind=kind), 15)


def test_an_adult_is_told_nothing_of_it() -> None:
    assert statuses(APPRENTICESHIP, 18).keys() == statuses(a_program(), 18).keys() | {"entry"} - {
        "youngest"
    }


@pytest.mark.parametrize(
    ("occupations", "age", "told"),
    [
        pytest.param(ROOFER, 17, True, id="roofing at 17"),
        pytest.param(BAKER, 17, True, id="bakery machines at 17"),
        pytest.param(ROOFER, None, True, id="age not said"),
        pytest.param(ROOFER, 18, False, id="grown"),
        pytest.param(TELLER, 17, False, id="no dangerous work"),
    ],
)
def test_the_young_are_told_of_dangerous_tasks_and_asked_to_ask(
    occupations: tuple[str, ...], age: int | None, told: bool
) -> None:
    found = statuses(a_program(occupations=occupations), age)
    assert found.get("minors") == ("unknown" if told else None)


def test_where_only_adults_are_taken_it_goes_without_saying() -> None:
    adults = a_program(a_leaf("age", start_at=18), occupations=ROOFER)
    assert "minors" not in statuses(adults, 17)


@pytest.mark.parametrize(("age", "told"), [(13, True), (14, False), (17, False), (None, False)])
def test_a_program_that_names_no_age_is_not_for_children(age: int | None, told: bool) -> None:
    found = statuses(a_program(), age)
    assert found.get("child") == ("not_met" if told else None)


def test_schools_and_programs_that_name_an_age_speak_for_themselves() -> None:
    assert "child" not in statuses(a_program(kind="high_school_program"), 12)
    assert "child" not in statuses(a_program(a_leaf("age", apply_at=12)), 12)
