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


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        ("4", "household_size", 4),
        ("theres 4 of us", "household_size", 4),
        ("somos cinco", "household_size", 5),
        ("me and 3 others, so 4", "household_size", 4),
        ("40", "household_size", None),
        ("about 30k", "household_income_usd", 30000),
        ("like 28,000 maybe", "household_income_usd", 28000),
        ("unos 2000 al mes", "household_income_usd", 24000),
        ("12", "household_income_usd", None),
        ("4", "age", None),
    ],
)
def test_a_bare_number_answers_what_was_asked_of_the_home(read, text, asked, value):
    said = read(text, asked).delta
    assert said.get(asked if asked != "age" else "household_size") == value


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


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("household of 3, bring home 1,900 a month", {"household_size": 3}),
        ("we get by on 600 a week", {"household_income_usd": 31200}),
        ("i make 1100 every two weeks", {"household_income_usd": 28600}),
        ("make two thousand five hundred a month", {"household_income_usd": 30000}),
        ("entran 2300 al mes", {"household_income_usd": 27600}),
        ("gano dos mil trescientos al mes", {"household_income_usd": 27600}),
        ("there are four of us at home", {"household_size": 4}),
        ("4 mouths at home not counting me", {"household_size": 5}),
        ("on food stamps, 5 of us", {"household_size": 5}),
        ("somos 6", {"household_size": 6}),
        ("somos cinco en la casa", {"household_size": 5}),
        ("bombed that asvab lol. got a 28", {"test_scores": {"asvab": 28}}),
        ("got a 148 on the ged math", {"test_scores": {"ged": 148}}),
        ("saqué 150 en el GED", {"test_scores": {"ged": 150}}),
        ("scored 21 on the act", {"test_scores": {"act": 21}}),
        ("passed algebra, geometry and bio",
         {"courses": ["algebra-1", "geometry", "biology"], "facts": {"algebra_credit": True}}),
        ("took chem and physics", {"courses": ["chemistry", "physics"]}),
        ("two years of welding class, passed both", {"courses": ["welding"]}),
        ("pasé álgebra y biología", {"courses": ["algebra-1", "biology"]}),
        ("graduated with a 2.5 gpa", {"gpa": 2.5}),
        ("promedio de 2.9", {"gpa": 2.9}),
        ("llevo 3000 horas de electricista", {"experience_hours": {"47-2111": 3000}}),
    ],
)  # fmt: skip
def test_a_number_is_read_in_the_words_people_use(read, text, delta):
    said = read(text).delta
    assert {key: said.get(key) for key in delta} == delta


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("my husband makes 45k", "household_income_usd"),
        ("gano 15 la hora", "household_income_usd"),
        ("what would i make, 30k a year?", "household_size"),
        ("got 9 of us in a trailer", "household_size"),
        ("éramos 40 costureras", "household_size"),
        ("ged 2022", "test_scores"),
        ("taking the ged in 2027", "test_scores"),
        ("passed 3 of 4 ged tests", "test_scores"),
        ("never took geometry", "courses"),
        ("do i need chemistry?", "courses"),
    ],
)
def test_a_number_of_something_else_is_left_alone(read, text, key):
    assert key not in read(text).delta


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("what else can i do w my CDA", ["cda"]),
        ("been a nurse aide 8 yrs with my CNA", ["cna"]),
        ("have a class a and a forklift card", ["cdl-a", "forklift"]),
        ("first aid and cpr certified", ["cpr"]),
        ("wanna get out the mill. got my twic", ["twic"]),
        ("only got my permit", ["permit"]),
        ("traigo osha 10 y la tarjeta de food handler", ["osha-10", "servsafe"]),
        ("tengo la card de forklift", ["forklift"]),
        ("what if i had my class b", ["cdl-b"]),
    ],
)
def test_a_card_is_read_in_the_words_people_use(read, text, cards):
    assert read(text).delta["credentials"] == cards


@pytest.mark.parametrize(
    "text",
    ["wish to become an LPN", "in cdl school now", "my mom is a CNA", "mi mamá es cna",
     "looking for a cna program", "quiero ser cna", "studying for my comptia", "is osha 10 free"],
)  # fmt: skip
def test_a_card_of_others_or_to_come_is_not_held(read, text):
    assert "credentials" not in read(text).delta
