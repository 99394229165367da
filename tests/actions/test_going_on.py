"""What a message asks of the talk itself, and what its own words make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conversations.rescue import AFTER_HELP
from tests.actions.people import LAS_VEGAS, MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("delete_my_data", "do you keep my data"),
        ("delete_my_data", "who is going to see what I type?"),
        ("out_of_scope", "¿le pasan mis datos a inmigración?"),
    ],
)
def test_a_privacy_question_is_answered_and_nothing_is_deleted(
    milwaukee: Talker, intent: str, text: str
) -> None:
    milwaukee.says(intent, text=text)
    assert milwaukee.codes[0] in ("privacy.how", "privacy.who")
    assert milwaukee.state["profile"]["age"] == 19


def test_nothing_starts_over_without_words_that_say_so(milwaukee: Talker) -> None:
    milwaukee.says("restart", text="wisconsin")
    assert milwaukee.last["effect"] is None
    assert milwaukee.state["profile"]["age"] == 19


def test_the_next_client_keeps_what_is_said_of_them(milwaukee: Talker) -> None:
    milwaukee.says("inform", {"age": 50}, text="new client. she is 50", speaks_of="client")
    assert milwaukee.last["effect"] == "restart"
    assert milwaukee.state["profile"]["age"] == 50
    assert milwaukee.state["profile"]["location"]["city"] is None


def test_forget_that_takes_back_what_was_told_last(milwaukee: Talker) -> None:
    milwaukee.says("inform", {"facts": {"justice_involved": True}}, text="i got a record")
    milwaukee.says("thank", text="ok thanks")
    milwaukee.says("out_of_scope", text="forget that")
    assert "justice_involved" not in milwaukee.state["profile"]["facts"]
    assert milwaukee.state["profile"]["age"] == 19


@pytest.mark.parametrize("text", ["forget the part about my kid", "borra lo del nene"])
def test_a_thing_is_forgotten_by_another_name(milwaukee: Talker, text: str) -> None:
    milwaukee.says("inform", {"facts": {"parent_or_pregnant": True}}, text="i got a kid")
    milwaukee.says("delete_my_data", text=text)
    assert "parent_or_pregnant" not in milwaukee.state["profile"]["facts"]
    assert milwaukee.last["effect"] is None


def test_a_yes_is_taken_beside_another_fact(milwaukee: Talker) -> None:
    milwaukee.state["awaiting"] = {"kind": "field", "name": "facts.driver_license"}
    told = {"facts": {"own_transport": False}}
    milwaukee.says("inform", told, text="yes, but i have no car")
    assert milwaukee.state["profile"]["facts"] == {"driver_license": True, "own_transport": False}


@pytest.mark.parametrize("text", ["no, but i got a license", "nah i got my license tho"])
def test_a_no_is_taken_beside_another_fact(milwaukee: Talker, text: str) -> None:
    milwaukee.state["awaiting"] = {"kind": "field", "name": "facts.own_transport"}
    milwaukee.says("inform", {"facts": {"driver_license": True}}, text=text)
    assert milwaukee.state["profile"]["facts"] == {"driver_license": True, "own_transport": False}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("¿y si saco la cdl?", "CDL"),
        ("would a license open more", "license"),
        ("if i was 25", "25"),
    ],
)
def test_a_change_is_tried_by_its_words(milwaukee: Talker, text: str, part: str) -> None:
    milwaukee.says("what_if", text=text, hypothetical=True)
    assert part in milwaukee.text
    assert milwaukee.state["profile"]["age"] == 19


def test_what_is_told_before_an_if_is_kept(someone: Someone) -> None:
    text = "im 22 in boston, what if i got my ged"
    spans = [
        {"start": 3, "end": 5, "text": "22", "field": "age", "value": 22, "op": "set"},
        {
            "start": 34,
            "end": 37,
            "text": "ged",
            "field": "education.level",
            "value": "high_school",
            "op": "set",
        },
    ]
    delta = {"age": 22, "education": {"level": "high_school"}}
    talker = someone().says("what_if", delta, text=text, hypothetical=True, spans=spans)
    assert talker.state["profile"]["age"] == 22
    assert talker.state["profile"]["education"]["level"] is None


@pytest.mark.parametrize("text", ["why the first one", "y u showin me that", "¿por qué ese?"])
def test_why_one_is_shown_is_said_by_its_reasons(milwaukee: Talker, text: str) -> None:
    assert milwaukee.says("compare", text=text).codes[0] == "about.why"


def test_what_a_program_is_comes_from_its_record(milwaukee: Talker) -> None:
    milwaukee.says("inform", text="what is big step?", mentions=["wrtp-big-step"])
    assert milwaukee.codes[0] == "about.is"


def test_the_other_one_is_the_next_on_the_list(milwaukee: Talker) -> None:
    second = milwaukee.state["shown"][1]
    milwaukee.says("inform", text="what about the other one")
    assert milwaukee.state["in_view"] == second


@pytest.mark.parametrize(
    ("intent", "text"), [("out_of_scope", "where were we"), ("inform", "¿en qué estábamos?")]
)
def test_somebody_who_comes_back_sees_the_list_again(
    milwaukee: Talker, intent: str, text: str
) -> None:
    shown = milwaukee.state["shown"]
    assert milwaukee.says(intent, text=text).codes[0] == "matching.again"
    assert list(milwaukee.cards) == shown


def test_work_that_nobody_offers_here_is_said_to_be_so(someone: Someone) -> None:
    talker = someone().says("inform", LAS_VEGAS)
    likes = {"interests": {"likes": ["aerospace"]}}
    talker.says("inform", likes, text="why no planes?")
    assert talker.codes[0] == "eligibility.none_here"
    assert talker.state["profile"]["interests"]["likes"] == ["hospitality"]


def test_after_help_the_talk_goes_on(milwaukee: Talker) -> None:
    milwaukee.state["topic"] = AFTER_HELP
    milwaukee.says("crisis", text="im ok i called my sister. keep going")
    assert milwaukee.codes[:2] == ["safety.over", "matching.again"]


def test_danger_after_help_is_danger_again(milwaukee: Talker) -> None:
    milwaukee.state["topic"] = AFTER_HELP
    milwaukee.says("crisis", text="im ok but i still want to kill myself")
    assert milwaukee.codes[0] == "safety.crisis"


def test_a_daughter_is_no_client(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE, text="my daughter is 19", speaks_of="client")
    assert "your daughter" in talker.text
    talker.says("inform", {"age": 20}, text="she is 20")
    assert "client" not in talker.text
