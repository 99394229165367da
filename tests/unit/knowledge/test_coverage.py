"""What the knowledge base covers is counted as an operator would count it."""

from __future__ import annotations

import pytest

from knowledge.content import Content
from knowledge.coverage import coverage_of, is_checkable, states_of
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
    assert (found.conditions, found.checkable, found.without_rules) == (2, 1, 1)
    assert found.untranslated == 3
