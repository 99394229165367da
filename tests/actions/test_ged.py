"""The way to a GED: asked in either language, of oneself or a client, and what follows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
RECORD = "ged-hiset-adult-education"


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize(
    "text",
    [
        "how do i get the ged",
        "where can I take the GED?",
        "can he get his ged first?",
        "is there a ged in spanish?",
        "¿cómo saco el GED?",
        "¿hay GED en español?",
    ],
)
def test_the_way_is_told_with_classes_near(milwaukee: Talker, text: str) -> None:
    milwaukee.says("ask_apply", text=text)
    assert "ged.way" in milwaukee.codes
    assert "ged.classes" in milwaukee.codes
    assert milwaukee.state["in_view"] == RECORD
    assert milwaukee.state["language"] == "en"


@pytest.mark.parametrize(
    "text",
    [
        "can i do it without a ged",
        "what if i got my ged",
        "what can i get with a ged",
        "do they have ged classes",
        "I have my GED",
    ],
)
def test_a_ged_held_supposed_or_taught_somewhere_asks_no_way(milwaukee: Talker, text: str) -> None:
    milwaukee.says("ask_eligibility", text=text)
    assert "ged.way" not in milwaukee.codes


def test_asking_for_it_is_not_having_it(milwaukee: Talker) -> None:
    delta = {"education": {"level": "high_school"}}
    milwaukee.says("what_if", delta, text="how would she get her GED?", hypothetical=True)
    assert "ged.way" in milwaukee.codes
    assert milwaukee.state["profile"]["education"]["level"] == "some_high_school"


def test_what_follows_is_about_it(milwaukee: Talker) -> None:
    milwaukee.says("ask_apply", text="how do i get my ged")
    milwaukee.says("ask_requirements", text="how long does it take")
    assert any(code.startswith("length.of_program") for code in milwaukee.codes)
    milwaukee.says("ask_cost", text="what does it cost")
    assert "free" in milwaukee.text


def test_spanish_is_told_where_it_is_asked_for(milwaukee: Talker) -> None:
    milwaukee.says("ask_support", text="is there a ged in spanish?")
    assert "ged.stated" in milwaukee.codes


def test_where_nobody_teaches_near_a_job_center_is_named(someone: Someone) -> None:
    talker = someone().says("ask_apply", text="how do i get a ged")
    assert "ged.center_where" in talker.codes
    assert talker.items("resources")


def test_too_young_for_it_is_said(someone: Someone) -> None:
    young = {"age": 15, "location": {"city": "Milwaukee", "state": "WI"}}
    talker = someone().says("inform", young).says("ask_apply", text="how do i get my ged")
    assert "eligibility.unmet" in talker.codes


def test_who_has_a_diploma_needs_none(someone: Someone) -> None:
    known = {**MILWAUKEE, "education": {"level": "high_school"}}
    talker = someone().says("inform", known).says("ask_apply", text="how do i get my ged")
    assert "ged.has_one" in talker.codes
