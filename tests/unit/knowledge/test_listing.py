"""Programs as rows: what is searched for is found, whatever its case and accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.listing import SORTS, Wanted, selected
from tests.builders import a_program, words

PROGRAMS = [
    a_program(id="one", name=words("Soldadura Única"), kind="academy", sectors=("manufacturing",)),
    a_program(id="two", name=words("Big Step"), kind="college", sectors=("construction",)),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["two", "one"]),
        (Wanted(words="UNICA solda"), ["one"]),
        (Wanted(words="no such"), []),
        (Wanted(kind="college"), ["two"]),
        (Wanted(sector="manufacturing"), ["one"]),
        (Wanted(sort="id"), ["one", "two"]),
        (Wanted(sort="id", descending=True), ["two", "one"]),
    ],
)
def test_a_view_holds_what_is_wanted(wanted: Wanted, found: list[str]) -> None:
    assert [row["id"] for row in selected(PROGRAMS, wanted, "en")] == found


@given(st.text(max_size=80), st.sampled_from([*SORTS, "no such"]), st.booleans())
def test_whatever_is_typed_selects_some_of_the_programs(
    typed: str, sort: str, descending: bool
) -> None:
    rows = selected(PROGRAMS, Wanted(words=typed, sort=sort, descending=descending), "es")
    assert {row["id"] for row in rows} <= {"one", "two"}
