"""What used to lead a talk astray: a wage told, a record, a cousin, a child, one job unwanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from actions.earnings import yearly_wage_in
from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
RENO = {"age": 19, "location": {"city": "Reno", "state": "NV"}}
WELDER = {"likes": ["manufacturing"], "occupations": ["51-4121"]}


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("i make 19 an hour", 39_520),
        ("I get paid $15.50 per hour", 32_240),
        ("gano 15 la hora en una fábrica", 31_200),
        ("me pagan 600 a la semana", 31_200),
        ("i make 60k a year", 60_000),
        ("do they make 19 an hour?", None),
        ("i make tables", None),
        ("i make 900000 an hour", None),
    ],
)
def test_a_wage_told_is_read_as_a_years_pay(text: str, yearly: int | None) -> None:
    assert yearly_wage_in(text) == yearly


def test_a_wage_told_asks_for_no_wages(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", text="i make 19 an hour")
    assert "pay.yours" in milwaukee.codes
    assert "$39,520" in milwaukee.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_source_silent_on_records_is_said_to_be(someone: Someone, language: str) -> None:
    text = {"en": "will my record keep me out", "es": "¿mi récord me deja fuera?"}[language]
    record = {**MILWAUKEE, "facts": {"justice_involved": True}}
    talker = someone(language=language).says("inform", record)
    talker.says("ask_eligibility", text=text, mentions=["wrtp-big-step"])
    assert "record.silent" in talker.codes
    assert "record.elsewhere" in talker.codes
    assert not any(code.startswith("eligibility.verdict") for code in talker.codes)


def test_a_rule_on_records_is_read_out(milwaukee: Talker) -> None:
    milwaukee.says("ask_eligibility", text="can felons join", mentions=["job-corps"])
    assert {"record.rule", "record.welcome", "record.silent"} & set(milwaukee.codes)


def test_a_main_rule_that_fails_is_said_beside_the_way_left(someone: Someone) -> None:
    grown = {"age": 27, "location": {"city": "Milwaukee", "state": "WI"}}
    talker = someone().says("inform", grown)
    talker.says("ask_eligibility", text="why not Job Corps", mentions=["job-corps"])
    assert "eligibility.other_way" in talker.codes
    assert "16 through 24" in talker.text


def test_anothers_work_can_be_wished_for_too(someone: Someone) -> None:
    talker = someone().says("out_of_scope", text="my cousin is a welder", others_work=WELDER)
    assert talker.codes == ["answers.same_work"]
    talker.says("inform", RENO, text="I'm 19 in Reno").says("inform", text="i wanna do that too")
    assert talker.state["profile"]["interests"]["occupations"] == ["51-4121"]
    assert talker.state["speaks_of"] == "self"


def test_a_yes_to_anothers_work_is_a_wish(someone: Someone) -> None:
    talker = someone().says("inform", text="my cousin is a welder", others_work=WELDER)
    talker.presses("Yes")
    assert talker.state["profile"]["interests"]["likes"] == ["manufacturing"]


def test_work_not_for_one_is_not_offered(someone: Someone) -> None:
    text = "my sister is a nurse but thats not for me"
    talker = someone().says("inform", text=text, others_work={"likes": ["healthcare"]})
    assert "answers.same_work" not in talker.codes


def test_a_talk_goes_back_to_its_writer(someone: Someone) -> None:
    wish: Mapping[str, Any] = {"interests": {"likes": ["manufacturing"]}}
    talker = someone().says("inform", wish, text="my cousin wants to weld", speaks_of="client")
    assert talker.state["speaks_of"] == "client"
    talker.says("inform", RENO, text="I'm 19 in Reno")
    assert talker.state["speaks_of"] == "self"
    assert not talker.state["profile"]["interests"]["likes"]


def test_what_is_known_of_another_stays_theirs(someone: Someone) -> None:
    known = {**RENO, "education": {"level": "high_school"}}
    talker = someone().says("inform", known, text="my cousin is 19 in Reno", speaks_of="client")
    talker.says("inform", {"age": 41}, text="I'm 41 and drive him there")
    assert talker.state["profile"]["age"] == 19


def test_now_for_oneself_begins_anew(someone: Someone) -> None:
    talker = someone().says("inform", RENO, text="my cousin is 19 in Reno", speaks_of="client")
    talker.says("restart", text="ok now one for me, start over")
    assert talker.state["speaks_of"] == "self"


def test_what_is_told_with_it_is_ones_own(someone: Someone) -> None:
    talker = someone().says("inform", RENO, text="my cousin is 19 in Reno", speaks_of="client")
    talker.says("inform", {"age": 30}, text="what about me, im 30")
    assert talker.state["speaks_of"] == "self"
    assert talker.state["profile"]["age"] == 30
    assert not any((talker.state["profile"]["location"] or {}).values())


def test_a_child_is_promised_nothing(someone: Someone) -> None:
    child = {"age": 12, "location": {"city": "Milwaukee", "state": "WI"}}
    talker = someone().says("inform", child)
    assert "matching.for_later" in talker.codes
    assert "matching.open" not in talker.codes
    assert {card["kind"] for card in talker.cards.values()} == {"high_school_program"}


def test_one_job_unwanted_keeps_its_kind_of_work(someone: Someone) -> None:
    likes = {**MILWAUKEE, "interests": {"likes": ["manufacturing"]}}
    spans = [{"field": "interests.dislikes", "value": "manufacturing", "text": "weld"}]
    delta = {"interests": {"dislikes": ["manufacturing"]}}
    text = "I don't want to weld, though"
    talker = someone().says("inform", likes).says("inform", delta, text=text, spans=spans)
    assert talker.state["profile"]["interests"]["likes"] == ["manufacturing"]
    assert "correction.one_job" in talker.codes


def test_a_whole_kind_of_work_unwanted_goes(someone: Someone) -> None:
    likes = {**MILWAUKEE, "interests": {"likes": ["manufacturing"]}}
    spans = [{"field": "interests.dislikes", "value": "manufacturing", "text": "factory"}]
    delta = {"interests": {"dislikes": ["manufacturing"]}}
    talker = someone().says("inform", likes)
    talker.says("correct", delta, text="no factory work", spans=spans)
    assert talker.state["profile"]["interests"]["dislikes"] == ["manufacturing"]


def test_the_last_answer_is_given_again_in_the_language_asked_for(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", text="what does it cost", mentions=["wrtp-big-step"])
    milwaukee.says("out_of_scope", text="and in Spanish?")
    assert milwaukee.codes[0] == "language.switched"
    assert any(code.startswith("cost.") for code in milwaukee.codes)
    assert milwaukee.state["language"] == "es"


@pytest.mark.parametrize("text", ["what papers do I bring", "¿qué papeles llevo?"])
def test_papers_are_told_or_said_to_be_unstated(milwaukee: Talker, text: str) -> None:
    milwaukee.says("ask_apply", text=text, mentions=["wrtp-big-step"])
    assert "documents.not_stated" in milwaukee.codes
    milwaukee.says("ask_apply", text=text, mentions=["wioa-dislocated-worker"])
    assert "documents.of_program" in milwaukee.codes


def test_one_name_for_several_is_told_of_by_the_one_that_fits(milwaukee: Talker) -> None:
    wioa = ["wioa-adult", "wioa-dislocated-worker"]
    milwaukee.says("ask_requirements", text="what is wioa", mentions=wioa)
    assert "about.is" in milwaukee.codes
    assert milwaukee.state["in_view"] in wioa


def test_what_is_wished_of_a_program_in_view_is_its_door(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", text="what does it cost", mentions=["wrtp-big-step"])
    milwaukee.says("nlu_fallback", text="I want to do that")
    assert any(code.startswith("apply.") for code in milwaukee.codes)


def test_a_year_ahead_asked_for_is_tried_out(milwaukee: Talker) -> None:
    text = "what can i do when i turn 21?"
    milwaukee.says("find_programs", {"age": 21}, text=text, hypothetical=True)
    assert "what_if.trying" in milwaukee.codes
    assert milwaukee.state["profile"]["age"] == 19


def test_algebra_can_be_supposed(milwaukee: Talker) -> None:
    milwaukee.says("what_if", text="what if I had algebra", hypothetical=True)
    assert "what_if.trying" in milwaukee.codes
    assert "algebra_credit" not in milwaukee.state["profile"]["facts"]
