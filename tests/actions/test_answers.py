"""Answers to what was asked: taken, skipped for good, asked once more, come back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
FLAG = {"kind": "field", "name": "facts.driver_license", "program_id": None}


def _asked(talker: Talker, awaiting: dict[str, object]) -> Talker:
    talker.says("inform", MILWAUKEE)
    talker.state["awaiting"] = awaiting
    return talker


@pytest.mark.parametrize(("intent", "value"), [("affirm", True), ("deny", False)])
def test_yes_and_no_answer_a_fact(someone: Someone, intent: str, value: bool) -> None:
    talker = _asked(someone(), FLAG).says(intent)
    assert talker.state["profile"]["facts"] == {"driver_license": value}


@pytest.mark.parametrize(("intent", "value"), [("affirm", True), ("deny", False)])
def test_yes_and_no_settle_a_requirement(someone: Someone, intent: str, value: bool) -> None:
    awaiting = {"kind": "requirement", "name": "wrtp-big-step#physical"}
    talker = _asked(someone(), awaiting).says(intent)
    assert talker.state["profile"]["confirmed"] == {"wrtp-big-step#physical": value}


def test_a_fact_said_beside_the_answer_is_kept_too(someone: Someone) -> None:
    talker = _asked(someone(), FLAG).says("deny", {"gpa": 2.5})
    assert talker.state["profile"]["facts"] == {"driver_license": False}
    assert talker.state["profile"]["gpa"] == 2.5


def test_i_do_not_know_is_respected_for_good(someone: Someone) -> None:
    talker = someone().says("inform", {"interests": {"likes": ["construction"]}})
    skipped = []
    for _ in range(12):
        if not (talker.state["awaiting"] or {}).get("name"):
            break
        skipped.append(talker.state["awaiting"]["name"])
        talker.says("dont_know")
        assert talker.codes[0] == "answers.skipped"
    assert len(skipped) == len(set(skipped)), "nothing skipped is asked again"
    assert set(skipped) <= set(talker.state["skipped"])
    assert talker.labels


def test_the_skip_button_skips(someone: Someone) -> None:
    talker = someone().says("inform", {"interests": {"likes": ["construction"]}})
    name = talker.state["awaiting"]["name"]
    talker.presses("Skip")
    assert talker.state["skipped"] == [name]


def test_a_yes_to_how_old_is_asked_once_more_in_other_words(someone: Someone) -> None:
    talker = someone().says("inform", {"location": {"city": "Milwaukee", "state": "WI"}})
    talker.state["awaiting"] = {"kind": "field", "name": "age"}
    talker.state["asked"] = ["age"]
    talker.says("affirm")
    assert talker.codes[:2] == ["answers.noted", "requirements.ask.age"]


def test_a_question_is_put_twice_at_most(someone: Someone) -> None:
    talker = someone().says("inform", {"interests": {"likes": ["construction"]}})
    for _ in range(10):
        talker.says("out_of_scope")
    asked = talker.state["asked"]
    assert all(asked.count(name) <= 2 for name in asked)


def test_a_digression_comes_back_to_the_question(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    open_question = talker.state["awaiting"]
    talker.says("ask_cost", mentions=["wrtp-big-step"])
    assert talker.codes[0] == "cost.of_program"
    assert talker.state["awaiting"]["name"] == open_question["name"]
    assert "Yes" in talker.labels


def test_an_answer_about_one_program_returns_to_it(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    talker.says("ask_eligibility", mentions=["wrtp-big-step"])
    if talker.state["awaiting"]:
        talker.says("affirm")
        assert talker.state["in_view"] == "wrtp-big-step"
        assert list(talker.cards) == ["wrtp-big-step"]


@pytest.mark.parametrize("intent", ["affirm", "dont_know", "deny"])
def test_small_words_without_a_question_get_a_way_on(someone: Someone, intent: str) -> None:
    talker = someone().says(intent)
    assert talker.labels


def test_a_program_asked_for_resumes_the_topic(someone: Someone) -> None:
    talker = someone().says("ask_apply")
    assert talker.state["awaiting"] == {"kind": "program", "name": "apply"}
    talker.says("inform", mentions=["wrtp-big-step"])
    assert "apply.how" in talker.codes
    assert talker.state["in_view"] == "wrtp-big-step"


def test_a_message_nobody_is_sure_about_answers_nothing(someone: Someone) -> None:
    talker = _asked(someone(), FLAG)
    guesses = [{"name": "affirm", "confidence": 0.2}, {"name": "ask_pay", "confidence": 0.1}]
    talker.says("nlu_fallback", intents=guesses)
    assert talker.state["profile"]["facts"] == {}
    assert talker.codes == ["answers.again", "requirements.ask.facts.driver_license"]
    talker.says("nlu_fallback", intents=guesses).says("nlu_fallback", intents=guesses)
    assert talker.codes == ["scope.which"]
    assert "What it pays" in talker.labels


def test_an_unclear_place_is_asked_whatever_it_was_taken_for(someone: Someone) -> None:
    places = [{"city": "Cleveland", "state": state} for state in ("OH", "TN")]
    talker = _asked(someone(), {"kind": "field", "name": "location"})
    asked = [{"field": "location", "text": "cleveland", "choices": places}]
    talker.says("affirm", ambiguous=asked)
    assert talker.codes == ["matching.which_place"]


def test_an_amount_is_no_yes(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    talker.state["awaiting"] = {"kind": "requirement", "name": "wrtp-big-step#physical"}
    talker.says("affirm", text="30k")
    assert talker.state["profile"]["confirmed"] == {}
