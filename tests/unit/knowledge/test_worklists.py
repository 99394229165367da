"""Worklists say where to look, and nothing of what is well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from knowledge.content import Content
from knowledge.release import Release
from knowledge.worklists import WORKLISTS, Item, link_targets
from matching.program import Leaf, ServiceArea, Site
from tests.builders import a_program, a_source, words

TODAY = date(2026, 11, 23)


def release_of(*programs: Any) -> Release:
    content = Content(programs={one.id: one for one in programs})
    return Release("1-x", 1, "2026-11-23T00:00:00Z", "x", content)


def found(name: str, *programs: Any) -> list[Item]:
    return list(WORKLISTS[name](release_of(*programs), TODAY))


def a_rule(**rule: Any) -> Leaf:
    return Leaf(id="one#age", about="age", text=words("age"), source=0, rule=rule)


@pytest.mark.parametrize(
    ("name", "fields", "why"),
    [
        pytest.param("stale", {"sources": (a_source(as_of=None),)}, "undated", id="no date"),
        pytest.param("stale", {"sources": (a_source(as_of="2020-05"),)}, "old", id="six years"),
        pytest.param("stale", {"sources": (a_source(as_of="2021"),)}, None, id="five years"),
        pytest.param("stale", {"status": "closed", "sources": (a_source(as_of=None),)}, None),
        pytest.param("unverified", {}, "never_checked"),
        pytest.param(
            "unverified", {"sources": (a_source(verified_on="2024-12-31"),)}, "checked_long_ago"
        ),
        pytest.param("unverified", {"sources": (a_source(verified_on="2025-01-01"),)}, None),
        pytest.param("contradictory", {"succeeded_by": words("New")}, "runs_and_ended"),
        pytest.param("contradictory", {"status": "renamed"}, "renamed_to_nothing"),
        pytest.param(
            "contradictory",
            {"requirements": (a_rule(apply_at=20, max_age=18),)},
            "youngest_over_oldest",
        ),
        pytest.param(
            "contradictory",
            {"requirements": (a_rule(apply_at=18, start_at=17),)},
            "applies_after_start",
        ),
        pytest.param("contradictory", {"requirements": (a_rule(apply_at=17, start_at=18),)}, None),
        pytest.param(
            "contradictory",
            {"serves": ServiceArea(states=("WI",)), "sites": (Site("Gary", "IN"),)},
            "door_outside",
        ),
        pytest.param("unsourced", {"sources": (a_source(as_of=None),)}, "no_address_no_date"),
        pytest.param("unsourced", {}, None),
        pytest.param("untranslated", {"summary": {"en": "Only one"}}, "language_missing"),
        pytest.param("untranslated", {"summary": {"en": "a b", "es": "a b"}}, "same_in_both"),
        pytest.param("untranslated", {}, None),
    ],
)
def test_a_list_names_what_to_look_into(name: str, fields: dict[str, Any], why: str | None) -> None:
    items = found(name, a_program(**{"id": "one", "status": "active", **fields}))
    assert [item.why for item in items] == ([why] if why else [])


def test_two_programs_of_one_name_in_one_state_may_be_the_same() -> None:
    def named(program_id: str, name: str, state: str) -> Any:
        area = ServiceArea(states=(state,))
        return a_program(id=program_id, name=words(name), serves=area, status="active")

    items = found(
        "duplicate",
        named("a", "Gary Welding Academy", "IN"),
        named("b", "welding academies, Gary", "IN"),
        named("c", "Gary Welding Academy", "IL"),
    )
    assert [(item.record_id, item.named["other"]) for item in items] == [("b", "a")]


def test_addresses_are_listed_with_the_records_that_hold_them() -> None:
    source = a_source(url="https://one.example/rules")
    release = release_of(
        a_program(id="one", url="https://one.example", sources=(source,)),
        a_program(id="two", url="https://one.example", sources=(a_source(url="mailto:x"),)),
    )
    assert link_targets(release) == {
        "https://one.example": ["one", "two"],
        "https://one.example/rules": ["one"],
    }


@pytest.mark.parametrize("worklist", WORKLISTS.values(), ids=WORKLISTS)
def test_an_empty_release_leaves_nothing_to_do(worklist: Callable[..., Any]) -> None:
    assert list(worklist(release_of(), TODAY)) == []
