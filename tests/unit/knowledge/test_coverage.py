"""What the knowledge base covers is counted as an operator would count it."""

from __future__ import annotations

from datetime import date

import pytest

from cli.coverage_text import coverage_lines
from knowledge.content import Content
from knowledge.coverage import Rules, coverage_of, is_checkable, states_of
from knowledge.publishing.outdated import outdated
from matching.program import Leaf, Program, ServiceArea
from tests.builders import TODAY, a_leaf, a_program, a_site, a_source


@pytest.mark.parametrize(
    ("program", "states"),
    [
        (a_program(serves=ServiceArea(nationwide=True)), {"nationwide"}),
        (a_program(serves=ServiceArea(states=("WI",), cities=("Gary, IN",))), {"WI", "IN"}),
        (a_program(serves=ServiceArea(counties=("Cook, IL",))), {"IL"}),
        (a_program(serves=None, sites=(a_site(),)), {"WI"}),
        (a_program(serves=None), {"unstated"}),
    ],
)
def test_a_program_is_where_it_serves_or_else_where_its_doors_are(
    program: Program, states: set[str]
) -> None:
    assert states_of(program) == states


@pytest.mark.parametrize(
    ("leaf", "can_be_checked"),
    [
        (a_leaf("age", start_at=18), True),
        (a_leaf("other", open_to_all=True), True),
        (a_leaf("physical", abilities=["lift"]), False),
        (a_leaf("work_authorization"), False),
        (a_leaf("other", group=["women"]), False),
    ],
)
def test_checkable_is_what_a_person_can_settle_by_telling(leaf: Leaf, can_be_checked: bool) -> None:
    assert is_checkable(leaf) is can_be_checked


def test_everything_is_counted() -> None:
    dated = a_program(a_leaf("age", start_at=18), a_leaf("physical"), sources=(a_source(),))
    bare = a_program(id="b", status="unknown", sources=(a_source(as_of=None),))
    found = coverage_of(Content({"a": dated, "b": bare}), TODAY, untranslated=3)
    assert found.by_age_of_facts == {"fresh": 1, "undated": 1}
    assert found.by_status == {"active": 1, "unknown": 1}
    assert found.rules == Rules(programs=2, stating=1, conditions=2, checkable=1)
    assert found.rules_by_kind == {"pre_apprenticeship": found.rules}
    assert found.untranslated == 3


def test_each_kind_is_counted_apart() -> None:
    school = a_program(a_leaf("age", start_at=18), kind="academy")
    center = a_program(id="b", kind="job_center")
    found = coverage_of(Content({"a": school, "b": center}), TODAY).rules_by_kind
    assert found == {"academy": Rules(1, 1, 1, 1), "job_center": Rules(1, 0, 0, 0)}


def test_a_state_with_nothing_but_its_job_center_is_named() -> None:
    centers = [
        a_program(id=state, kind="job_center", serves=ServiceArea(states=(state,)))
        for state in ("WI", "MT")
    ]
    school = a_program(id="school", serves=ServiceArea(states=("WI",)))
    found = coverage_of(Content({one.id: one for one in (*centers, school)}), TODAY)
    assert found.job_center_only == ("MT",)


def test_the_year_of_the_poverty_guidelines_is_told() -> None:
    poor = a_program(a_leaf("income", max_percent_fpl=100, poverty_line={"year": 2001}))
    assert coverage_of(Content({"a": poor}), TODAY).poverty_year == 2001
    assert coverage_of(Content({"a": a_program()}), TODAY).poverty_year is None


@pytest.mark.parametrize(
    ("today", "warned"),
    [
        pytest.param(date(2002, 1, 31), False, id="January: the new ones may not be out"),
        pytest.param(date(2002, 2, 1), True, id="February: they are"),
        pytest.param(date(2001, 12, 31), False, id="the year they are of"),
    ],
)
def test_guidelines_of_a_year_that_is_over_are_warned_of(today: date, warned: bool) -> None:
    poor = a_program(a_leaf("income", max_percent_fpl=100, poverty_line={"year": 2001}))
    problems = list(outdated(Content({"a": poor}), today))
    assert [problem.severity for problem in problems] == ["warning"] * warned
    assert all("2001" in str(problem) and "2002" in str(problem) for problem in problems)
    assert list(outdated(Content({"a": a_program()}), today)) == []


def test_the_date_of_a_law_makes_no_program_fresh() -> None:
    law, page = a_source(kind="law", as_of="2026"), a_source(as_of="2012")
    found = coverage_of(Content({"a": a_program(sources=(page, law))}), TODAY)
    assert found.by_age_of_facts == {"old": 1}


def test_it_is_written_in_lines_that_fit_a_terminal(content: Content) -> None:
    texts = coverage_lines(coverage_of(content, TODAY))
    lines = [line for text in texts for line in text.split("\n")]
    assert max(map(len, lines)) <= 100
    assert any(line.startswith("all ") for line in lines)
