"""Questions in somebody's own words: pointers, how long, at night, papers, another language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.pointing import only_points, positions_in
from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
OPEN_PLACE = {"kind": "field", "name": "age"}


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("the second one", [1], id="second"),
        pytest.param("la segunda", [1], id="segunda"),
        pytest.param("2", [1], id="a digit"),
        pytest.param("ill take the 1st", [0], id="1st"),
        pytest.param("nah the second one", [1], id="after a no"),
        pytest.param("whats the first one", [0], id="asked"),
        pytest.param("and the second", [1], id="going on"),
        pytest.param("option 3", [2], id="option"),
    ],
)
def test_a_message_that_only_points_is_told_from_others(text: str, places: list[int]) -> None:
    assert positions_in(text, 4) == places
    assert only_points(text)


@pytest.mark.parametrize(
    "text", ["save the first one", "my first job", "the second one pays more?", "im 22", "hello"]
)
def test_a_message_that_says_more_does_not_only_point(text: str) -> None:
    assert not only_points(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("compare the first two", [0, 1], id="the first two"),
        pytest.param("those two", [0, 1], id="those two"),
        pytest.param("the last two", [2, 3], id="the last two"),
        pytest.param("compara las dos", [0, 1], id="las dos"),
        pytest.param("los últimos dos", [2, 3], id="los últimos dos"),
    ],
)
def test_two_are_exactly_two(text: str, places: list[int]) -> None:
    assert positions_in(text, 4) == places


@pytest.mark.parametrize("intent", ["save_plan", "compare", "deny", "out_of_scope", "nlu_fallback"])
def test_a_pointer_asks_what_that_program_asks_for(milwaukee: Talker, intent: str) -> None:
    second = milwaukee.state["shown"][1]
    milwaukee.says(intent, text="nah the second one")
    assert list(milwaukee.cards) == [second]
    assert milwaukee.state["saved"] == []
    assert milwaukee.state["in_view"] == second


def test_a_pointer_repeats_what_was_just_asked(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", mentions=["wrtp-big-step"]).says("inform", text="and the second")
    assert milwaukee.state["topic"] == "cost"
    assert any(code.startswith("cost.") for code in milwaukee.codes)


def test_a_digit_answers_a_question_that_asks_for_a_number(milwaukee: Talker) -> None:
    milwaukee.state["awaiting"] = OPEN_PLACE
    milwaukee.says("inform", text="2")
    assert milwaukee.state["in_view"] is None


def test_after_comparing_which_is_faster_stays_with_those(milwaukee: Talker) -> None:
    milwaukee.says("compare", text="compare the first two")
    pair = milwaukee.state["shown"]
    assert len(milwaukee.items("compare")[0]["rows"][0]["program_ids"]) == len(pair) == 2
    milwaukee.says("compare", text="which one is faster")
    assert milwaukee.codes[0].startswith("length.")
    assert milwaukee.state["shown"] == pair


def test_how_long_is_of_the_program_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", mentions=["lima-electrical-jatc"])
    milwaukee.says("ask_apply", text="how long does it take")
    assert milwaukee.codes[0].startswith("length.of_program")


def test_at_night_is_answered_with_what_a_source_says(milwaukee: Talker) -> None:
    milwaukee.says("find_programs", text="is there anything at night")
    assert milwaukee.codes[0] == "schedule.stated.evening"
    assert "wrtp-big-step" in milwaukee.cards
    milwaukee.says("ask_eligibility", text="can i do it online", mentions=["wrtp-big-step"])
    assert milwaukee.codes[0] == "schedule.not_stated.online"


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [("en", "im undocumented", "nlu_fallback"), ("es", "pero no tengo papeles importa", "deny")],
)
def test_papers_are_no_question_here(
    someone: Someone, language: str, text: str, intent: str
) -> None:
    talker = someone(language=language).says("inform", MILWAUKEE)
    before = talker.state["profile"]
    talker.says(intent, text=text)
    assert "scope.papers" in talker.codes
    assert talker.items("resources")
    assert talker.state["profile"] == before


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("can u make it spanish", "es", id="spanish"),
        pytest.param("en español por favor", "es", id="español"),
        pytest.param("english pls", "en", id="english"),
        pytest.param("Inglés", "en", id="inglés"),
    ],
)
def test_a_language_asked_for_is_spoken_from_then_on(
    milwaukee: Talker, text: str, language: str
) -> None:
    milwaukee.says("help", text=text)
    assert milwaukee.codes[0] == "language.switched"
    assert milwaukee.state["language"] == language


def test_a_class_in_english_is_no_wish_for_another_language(milwaukee: Talker) -> None:
    milwaukee.says("ask_support", text="i want a free class to learn english somewhere close by")
    assert "language.switched" not in milwaukee.codes


def test_a_job_that_is_named_is_the_one_whose_pay_is_told(milwaukee: Talker) -> None:
    milwaukee.says("ask_requirements", mentions=["wrtp-big-step"])
    chef = {"interests": {"likes": ["hospitality"], "occupations": ["35-1011"]}}
    milwaukee.says("ask_pay", chef, text="what does a sous chef make")
    assert "Chef" in milwaukee.text
    assert "pay.after_state" in milwaukee.codes


def test_why_not_names_the_place(someone: Someone) -> None:
    talker = someone().says("inform", {**MILWAUKEE, "location": {"city": "Houston", "state": "TX"}})
    talker.says("ask_requirements", text="why not big step", mentions=["wrtp-big-step"])
    assert "eligibility.not_here" in talker.codes
    assert "Houston" in talker.text
