"""Credentials, courses, marks, money, households and hours."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("my gpa is 2.8", {"gpa": 2.8}),
        ("family of 5", {"household_size": 5}),
        ("we make 32000 a year", {"household_income_usd": 32000}),
        ("I earn about 2,500 a month", {"household_income_usd": 30000}),
        ("we make 40k a year", {"household_income_usd": 40000}),
        ("i scored 155 on the asvab", {"test_scores": {"asvab": 155}}),
        ("I passed algebra", {"facts": {"algebra_credit": True}}),
        ("ganamos 2000 al mes", {"household_income_usd": 24000}),
    ],
)
def test_a_number_is_what_the_word_beside_it_says(read, text, delta):
    said = read(text).delta
    assert {key: said.get(key) for key in delta} == delta


def test_an_hourly_wage_is_no_yearly_income(read):
    assert "household_income_usd" not in read("I make 14 an hour").delta


def test_hours_in_a_job_are_kept_by_its_code(read):
    delta = read("I have 4000 hours as an electrician").delta
    assert delta["experience_hours"] == {"47-2111": 4000}


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("I have my OSHA 10 and I'm forklift certified", ["osha-10", "forklift"]),
        ("got a class A CDL", ["cdl-a"]),
        ("certified welder", ["welding-certificate"]),
        ("tengo mi cdl", ["cdl"]),
        ("licencia de CNA", ["cna"]),
    ],
)
def test_a_card_that_is_held_is_kept(read, text, cards):
    assert read(text).delta["credentials"] == cards


@pytest.mark.parametrize(
    "text", ["I want to get my CDL", "do I need OSHA 10?", "no CNA yet", "quiero sacar mi CDL"]
)
def test_a_card_wished_for_or_asked_about_is_not(read, text):
    assert "credentials" not in read(text).delta


@pytest.mark.parametrize(
    "text",
    ["my cdl expired in may", "i lost my cna license", "my emt is suspended", "LPN",
     "tengo la cdl vencida"],
)  # fmt: skip
def test_a_card_that_is_gone_or_only_named_is_not_held(read, text):
    assert "credentials" not in read(text).delta
