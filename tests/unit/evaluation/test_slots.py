"""What was read and what was said are compared value by value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.slots import Counts, counted, outcomes, slots_of


@pytest.mark.parametrize(
    ("delta", "slots"),
    [
        pytest.param({}, set(), id="nothing said"),
        pytest.param({"age": 19}, {("age", 19)}, id="a number"),
        pytest.param({"age": None}, {("age", "forget")}, id="a wish to forget"),
        pytest.param(
            {"location": {"city": "Reno", "state": "NV", "zip": None}},
            {("location.city", "reno"), ("location.state", "nv")},
            id="a place without its ZIP",
        ),
        pytest.param(
            {"interests": {"likes": ["energy"], "only": True}, "remove": {"likes": ["healthcare"]}},
            {
                ("interests.likes", "energy"),
                ("interests.only", True),
                ("remove.interests.likes", "healthcare"),
            },
            id="likes, only and a like taken back",
        ),
        pytest.param({"facts": {"employer": None}}, {("facts.employer", "forget")}, id="a fact"),
        pytest.param({"gpa": 3.0}, {("gpa", 3)}, id="three is three"),
    ],
)
def test_a_delta_is_a_set_of_values(delta: dict[str, object], slots: set[object]) -> None:
    assert slots_of(delta) == slots


@pytest.mark.parametrize(
    ("read", "said", "may", "counts"),
    [
        pytest.param({("age", 19)}, {("age", 19)}, set(), Counts(1, 0, 0), id="right"),
        pytest.param({("age", 20)}, {("age", 19)}, set(), Counts(0, 1, 1), id="wrong counts twice"),
        pytest.param({("age", 20)}, set(), {("age", 20)}, Counts(), id="fair but not needed"),
        pytest.param(
            {("interests.occupations", "47-2111")},
            set(),
            {("interests.occupations", "*")},
            Counts(),
            id="any value is fair",
        ),
        pytest.param(
            {("interests.dislikes", "energy")},
            {("remove.interests.likes", "energy")},
            set(),
            Counts(1, 0, 0),
            id="no longer liked is disliked",
        ),
    ],
)
def test_outcomes_are_counted(
    read: set[tuple[str, object]],
    said: set[tuple[str, object]],
    may: set[tuple[str, object]],
    counts: Counts,
) -> None:
    assert counted(outcomes(read, said, may).values()) == counts


SLOTS = st.sets(st.tuples(st.sampled_from(["age", "gpa", "interests.likes"]), st.integers(0, 3)))


@given(SLOTS, SLOTS, SLOTS)
def test_every_slot_said_is_right_or_missed(
    read: set[tuple[str, int]], said: set[tuple[str, int]], may: set[tuple[str, int]]
) -> None:
    counts = counted(outcomes(read, said, may).values())
    assert counts.right + counts.missed == len(said)
    assert counts.right + counts.spurious <= len(read)
