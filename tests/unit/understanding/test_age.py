"""Age, told apart from grades, years, prices, counts and other people's ages."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I'm 23 and need a job", 23),
        ("im 17yo", 17),
        ("28 y/o dad", 28),
        ("thirty-four years old", 34),
        ("My age is 45.", 45),
        ("she just turned 18 and needs work", 18),
        ("31, Detroit, welding", 31),
        ("age: 52", 52),
        ("I am forty two", 42),
        ("i'll be 21 in may", 20),
        ("turning 18 next month", 17),
        ("almost 19", 18),
        ("client is 58 years of age", 58),
        ("tengo 23 años", 23),
        ("tengo treinta y cinco años", 35),
        ("acabo de cumplir 18", 18),
        ("voy a cumplir 19 en enero", 18),
        ("22 años, Houston", 22),
        ("mi cliente tiene 50 años", 50),
        ("actually im 20 not 19", 20),
    ],
)
def test_an_age_is_read_however_it_is_said(read, text, age):
    assert read(text).delta.get("age") == age


@pytest.mark.parametrize(
    "text",
    [
        "I finished 11th grade",
        "i make 18 an hour",
        "$25",
        "my zip is 60623",
        "worked there 12 years",
        "I have 15 years of experience",
        "local 26 member",
        "graduated in 2019",
        "class of 22",
        "40 hours a week",
        "do you have to be 18?",
        "is it for people over 50",
        "when i was 16 i moved here",
        "gano 15 la hora",
        "hace 20 años",
        "trabajé 12 años de cocinero",
        "hay que tener 18",
        "my brother is 30",
        "20 minutes by bus",
        "scored 18 on the act",
    ],
)
def test_a_number_that_is_no_age_is_left_alone(read, text):
    assert "age" not in read(text).delta


@pytest.mark.parametrize(
    ("text", "age"), [("17", 17), ("nineteen", 19), ("veintiuno", 21), ("just hit 40", 40)]
)
def test_a_bare_number_answers_how_old_are_you(read, text, age):
    assert read(text, asked="age").delta == {"age": age}


def test_a_bare_number_without_a_question_is_no_age(read):
    assert read("17").delta == {}


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        pytest.param("i turn 18 in march", "2027-03", id="a month to come is next year's"),
        pytest.param("turning 18 in december", "2026-12", id="a month left of this year"),
        pytest.param("i turn 18 december 5", "2026-12-05", id="with its day"),
        pytest.param("i turn 18 on november 1", "2027-11-01", id="a day just past is next year's"),
        pytest.param("i'll be 18 in two months", "2027-01", id="months ahead"),
        pytest.param("turning 18 next month", "2026-12", id="next month"),
        pytest.param("turning 18 in 3 weeks", "2026-12", id="weeks ahead cross into a month"),
        pytest.param("cumplo 18 en febrero", "2027-02", id="en español"),
        pytest.param("cumplo 18 el próximo mes", "2026-12", id="el próximo mes"),
    ],
)
def test_the_next_birthday_is_read_and_the_age_is_a_year_less(read, text, birthday):
    assert read(text).delta == {"age": 17, "next_birthday": birthday}


@pytest.mark.parametrize(
    ("text", "asked", "age"),
    [
        ("single mom and 24 in gary", None, 24),
        ("veteran and 33", None, 33),
        ("23 hs diploma", None, 23),
        ("34", "education", 34),
        ("52", "location", 52),
        ("mamá soltera y 22 en houston", None, 22),
        ("me and my sister want work. shes 25 im 20", None, 20),
        ("yo y mi hermana buscamos trabajo. ella tiene 25 y yo tengo 20", None, 20),
    ],
)
def test_an_age_among_other_things_is_read(read, text, asked, age):
    assert read(text, asked=asked).delta["age"] == age


@pytest.mark.parametrize(
    ("text", "asked"),
    [("11", "education"), ("between 18 and 24", None)],
)
def test_a_number_that_may_be_something_else_is_no_age(read, text, asked):
    assert "age" not in read(text, asked=asked).delta


@pytest.mark.parametrize(
    ("text", "age", "birthday"),
    [("senior in hs, 18 in may", 17, "2027-05"), ("16 next month", 15, "2026-12"),
     ("18 en abril", 17, "2027-04")],
)  # fmt: skip
def test_an_age_with_a_date_is_still_to_come(read, text, age, birthday):
    delta = read(text).delta
    assert (delta["age"], delta["next_birthday"]) == (age, birthday)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im in milwaukee 18 finished 10th", 18),
        ("soy de tucson 18 acabo de graduarme", 18),
        ("ayudo a una señora de 47 años en Nashville", 47),
        ("llevo 20 años en la construcción", None),
    ],
)
def test_an_age_amid_what_is_told(read, text, age):
    assert read(text).delta.get("age") == age
