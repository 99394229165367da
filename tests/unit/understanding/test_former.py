"""What is over is not so now."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("i used to belong to the teamsters", {}),
        ("i used to be homeless", {}),
        ("got laid off in 2010, now i work at costco", {"employed": True, "employer": "Costco"}),
        ("antes era miembro del sindicato", {}),
        ("me despidieron en mayo, ahora trabajo en walmart",
         {"employed": True, "employer": "Walmart"}),
    ],
)  # fmt: skip
def test_a_former_state_is_not_the_present_one(read, text, facts):
    assert read(text).delta.get("facts", {}) == facts


@pytest.mark.parametrize(
    "text",
    ["i'm not pregnant anymore, i had her in march", "ya no estoy embarazada, ya nació mi hija"],
)
def test_a_mother_who_is_no_longer_pregnant_is_a_parent(read, text):
    assert read(text).delta["facts"] == {"parent_or_pregnant": True}


@pytest.mark.parametrize("text", ["i'm not pregnant", "no estoy embarazada"])
def test_not_being_pregnant_says_nothing_of_children(read, text):
    assert "facts" not in read(text).delta


@pytest.mark.parametrize(
    ("text", "likes"),
    [
        ("fired from a steel mill after 15 years", ["manufacturing"]),
        ("worked in a warehouse for 2 years", []),
        ("i am 35 years old and worked in a warehouse", []),
        ("trabajé en una fábrica por 20 años", ["manufacturing"]),
    ],
)
def test_a_trade_of_many_years_counts_where_nothing_else_is_wanted(read, text, likes):
    assert read(text).delta.get("interests", {}).get("likes", []) == likes
