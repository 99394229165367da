"""A person introduces themselves in plain sentences; what could be held against them waits."""

from __future__ import annotations

from typing import Any

import pytest

import locales
from conversations.introduction import DELICATE, WORTH_DENYING, Line, Person, introduced
from matching.profile import FLAGS, LEVELS
from matching.profile_json import json_of
from tests.builders import a_profile, words

JOBS = {"47-2111": words("Electrician")}


def lines(language: str = "en", own: str | None = None, **fields: Any) -> dict[str, Line]:
    """What is said of a person, by key."""
    programs = fields.pop("programs", ())
    another = fields.pop("for_another", False)
    person = Person(json_of(a_profile(**fields)), JOBS, programs, another)
    return {line.key: line for line in introduced(person, language, own or language)}


def test_what_is_known_becomes_sentences_one_can_say_at_a_desk() -> None:
    said = lines(
        age=19, level="some_high_school", grade=10, city="Milwaukee", state="WI",
        likes=["construction"], occupations=["47-2111"], credentials=("osha-10",),
        facts={"driver_license": False, "employed": True, "union": "Local 1199C"},
        programs=(words("BIG STEP"),),
    )  # fmt: skip
    assert [line.text for line in said.values()] == [
        "Hello. I am looking for training or work, and I would like to talk with you.",
        "I am 19 years old.",
        "I left high school. The last grade I finished is 10th grade.",
        "I live in Milwaukee, WI.",
        "Work I like: construction.",
        "A job I would like: Electrician.",
        "I have these papers: OSHA-10.",
        "I am in the union Local 1199C.",
        "I do not have a driver's license.",
        "I have a job now.",
        "I want to ask about: BIG STEP.",
        "Which training can I start? What help could I get to pay for it?",
    ]
    assert all(line.told for line in said.values())


def test_of_a_person_we_know_nothing_of_a_greeting_and_a_question_are_left() -> None:
    assert list(lines()) == ["hello", "ask"]


def test_a_state_alone_is_named_in_full() -> None:
    assert lines(state="WI")["location"].text == "I live in Wisconsin."


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("another", [False, True], ids=["for oneself", "for somebody else"])
def test_what_is_delicate_is_left_out_at_first_with_a_word_why(
    language: str, another: bool
) -> None:
    facts = {key.removeprefix("facts."): True for key in DELICATE if key.startswith("facts.")}
    said = lines(
        language, facts=facts, household_income_usd=18_000, household_size=3, for_another=another
    )
    for key in DELICATE:
        assert not said[key].told
        assert locales.say(said[key].why or "", language)


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("grade", [None, 10])
def test_every_schooling_can_be_said(language: str, level: str, grade: int | None) -> None:
    assert lines(language, level=level, grade=grade)["education"].text


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("name", FLAGS)
def test_every_fact_can_be_said_and_a_no_only_where_it_tells_something(
    language: str, name: str
) -> None:
    assert lines(language, facts={name: True})[f"facts.{name}"].text
    denied = lines(language, facts={name: False})
    assert (f"facts.{name}" in denied) == (name in WORTH_DENYING)


def test_who_speaks_spanish_says_so_in_the_english_copy() -> None:
    assert "I speak Spanish" in lines("en", "es")["tongue"].text
    assert "tongue" not in lines("en")


def test_of_somebody_else_no_sentence_says_i() -> None:
    said = lines(age=34, facts={"laid_off": True, "veteran": True}, for_another=True)
    about = [line.text for key, line in said.items() if key not in ("hello", "ask")]
    assert sorted(about) == ["age 34", "laid off", "veteran"]
    assert "they" in said["ask"].text
