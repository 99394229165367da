"""What is mended, refused, retold or told of another is not taken for what the writer says now."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.understanding.conftest import Read

SAID: list[tuple[str, str, Any]] = [
    ("18 now", "age", 18),
    ("sorry typo, 27 not 17", "age", 27),
    ("20 with a diploma, columbus", "age", 20),
    ("my 17 year old wants to weld", "age", 17),
    ("voy en 10 no en 11", "education.grade", 10),
    ("uh i dropped out in tenth grade no wait eleventh", "education.grade", 10),
    ("oh wait i said 10th grade but i finished 11th", "education.grade", 11),
    ("no terminé la secundaria, me quedé en segundo", "education.level", "no_high_school"),
    ("never finished high school but i do have my cna", "education.level", "some_high_school"),
    ("graduated from Lake Area Community College", "education.level", "associate"),
    ("i'm in my second year at community college", "education.level", "some_college"),
    ("diploma from Haiti, 30, Brockton MA", "education.level", "high_school"),
    ("around the Quad Cities, Iowa side", "location.state", "IA"),
    ("live in the portland metro but on the vancouver wa side", "location.city", "Vancouver"),
    ("from the southside of chicago, englewood, 18", "location.city", "Chicago"),
    ("i live in alberquerque", "location.city", "Albuquerque"),
    ("i live in bufalo ny", "location.state", "NY"),
    ("you said i dont have a license but i do", "facts.driver_license", True),
    ("i dont have a car anymore it got towed", "facts.own_transport", False),
]


@pytest.mark.parametrize(("text", "field", "value"), SAID)
def test_what_is_meant_is_read(read: Read, text: str, field: str, value: object) -> None:
    head, _, name = field.partition(".")
    found = read(text).delta.get(head)
    assert (found.get(name) if name else found) == value


UNSAID = [
    ("No, I don't want to start over at minimum wage", "low_income"),
    ("kiero otro trabajo vivo en Houston", "employed"),
    ("i want to get in the laborers union", "union_member"),
    ("got my ham radio license at 15", "driver_license"),
    ("not a single mom, married", "parent_or_pregnant"),
]


@pytest.mark.parametrize(("text", "fact"), UNSAID)
def test_what_is_not_stated_is_no_fact(read: Read, text: str, fact: str) -> None:
    assert fact not in read(text).delta.get("facts", {})


def test_tests_that_are_left_make_nothing_disliked(read: Read) -> None:
    assert "dislikes" not in read("two tests left for nursing").delta.get("interests", {})


def test_a_job_named_beside_the_one_that_is_meant_is_not_disliked(read: Read) -> None:
    interests = read("I meant medical assistant, not dental").delta["interests"]
    assert interests["likes"] == ["healthcare"] and "dislikes" not in interests


def test_years_at_a_trade_tell_its_field(read: Read) -> None:
    assert read("worked as a cook 22 years").delta["interests"]["likes"] == ["hospitality"]


def test_what_a_relative_does_and_is_not_wanted_is_not_liked(read: Read) -> None:
    assert "interests" not in read("mi papá es albañil y yo no quiero eso").delta


def test_a_school_is_no_town(read: Read) -> None:
    assert "location" not in read("my oldest is a junior at Lincoln, he's 17").delta
