"""Two things in one message: news and a question, two questions, a question that names a wish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.people import MILWAUKEE
from tests.actions.talker import MOST_WORDS, Talker

Someone = Callable[..., Talker]
TWO = [{"name": "inform", "confidence": 0.6}, {"name": "ask_cost", "confidence": 0.3}]
ONE = [{"name": "inform", "confidence": 0.9}, {"name": "ask_cost", "confidence": 0.02}]


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize("intent", ["inform", "ask_pay"])
def test_a_question_beside_news_is_answered_under_the_list(someone: Someone, intent: str) -> None:
    talker = someone().says(intent, MILWAUKEE, text="im 19 in milwaukee, what does it pay?")
    assert talker.codes[0] == "matching.understood"
    assert talker.cards
    assert any(code.startswith("pay.after") for code in talker.codes)
    assert talker.words <= MOST_WORDS


def test_two_questions_get_two_answers(milwaukee: Talker) -> None:
    text = "how long is it and how much does it cost"
    milwaukee.says("ask_cost", text=text, mentions=["wrtp-big-step"])
    topics = {code.partition(".")[0] for code in milwaukee.codes}
    assert {"length", "cost"} <= topics


@pytest.mark.parametrize(("ranking", "answered"), [(TWO, True), (ONE, False)])
def test_a_second_intent_counts_when_it_is_sure(
    someone: Someone, ranking: list[dict[str, Any]], answered: bool
) -> None:
    talker = someone().says("inform", MILWAUKEE, text="im 19. any price?", intents=ranking)
    assert any(code.startswith("cost.") for code in talker.codes) is answered


def test_why_not_is_of_a_program_for_the_trade_named(milwaukee: Talker) -> None:
    milwaukee.says("ask_requirements", mentions=["wrtp-big-step"])
    before = milwaukee.state["profile"]
    wish = {"interests": {"likes": ["aerospace"]}}
    milwaukee.says("inform", wish, text="why not aerospace?")
    [card] = milwaukee.cards.values()
    assert "aerospace" in card["sectors"]
    assert milwaukee.state["profile"] == before


def test_why_not_by_part_of_a_name_is_not_of_the_one_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_requirements", mentions=["wrtp-big-step"])
    milwaukee.says("ask_eligibility", text="why not the building trades")
    assert list(milwaukee.cards) == ["building-trades-apprenticeship"]


def test_why_not_something_unknown_asks_which(milwaukee: Talker) -> None:
    milwaukee.says("ask_eligibility", text="why not zoology")
    assert milwaukee.codes == ["eligibility.none_such"]
    assert milwaukee.state["awaiting"]["kind"] == "program"
    assert milwaukee.labels


def test_the_trade_one_is_the_program_shown_of_that_trade(milwaukee: Talker) -> None:
    before = milwaukee.state["profile"]
    milwaukee.says("compare", {"interests": {"likes": ["hospitality"]}}, text="the big step one")
    assert list(milwaukee.cards) == ["wrtp-big-step"]
    assert milwaukee.state["profile"] == before


def test_that_one_with_several_shown_asks_which(milwaukee: Talker) -> None:
    before = milwaukee.state["profile"]
    milwaukee.says("affirm", text="that one")
    assert milwaukee.codes == ["requirements.which"]
    assert milwaukee.state["profile"] == before


def test_that_one_is_the_one_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", mentions=["wrtp-big-step"]).says("inform", text="tell me about it")
    assert milwaukee.state["in_view"] == "wrtp-big-step"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "the one in colorado"), ("es", "la de Colorado")]
)
def test_a_state_settles_which_place_was_meant(someone: Someone, language: str, text: str) -> None:
    choices = [{"city": "Aurora", "state": state} for state in ("CO", "IL")]
    asked = [{"field": "location", "text": "aurora", "choices": choices}]
    talker = someone(language=language).says("inform", {"age": 20}, ambiguous=asked)
    misread = {"location": {"city": "Los Angeles", "state": "CA"}}
    talker.says("inform", misread, text=text)
    assert talker.state["profile"]["location"]["city"] == "Aurora"
    assert talker.state["profile"]["location"]["state"] == "CO"


def test_paid_while_training_is_of_the_training(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", text="is any of it paid while you learn?")
    assert milwaukee.codes[0].startswith("pay.training")


@pytest.mark.parametrize("text", ["where is it", "which one is closest"])
def test_where_is_answered_with_what_is_known(milwaukee: Talker, text: str) -> None:
    milwaukee.says("nlu_fallback", text=text)
    assert milwaukee.codes[0].startswith("schedule.")
    assert milwaukee.cards


def test_how_far_up_from_a_job_supposed_is_a_ladder(milwaukee: Talker) -> None:
    aide = {"interests": {"occupations": ["31-1131"]}}
    before = milwaukee.state["profile"]
    text = "if i began as an aide how far up could i go"
    milwaukee.says("what_if", aide, text=text, hypothetical=True)
    assert milwaukee.items("ladder")
    assert milwaukee.state["profile"] == before


def test_a_new_answer_says_what_changed(milwaukee: Talker) -> None:
    milwaukee.says("inform", {"age": 20}, text="im 20")
    assert milwaukee.codes[0] == "correction.changed"


def test_length_is_answered_beside_a_changed_answer(milwaukee: Talker) -> None:
    milwaukee.says("inform", {"age": 20}, text="im 20 now, and how long does it take?")
    assert any(code.startswith("length.of_program") for code in milwaukee.codes)
    assert milwaukee.words <= MOST_WORDS


def test_a_verdict_speaks_of_the_client(milwaukee: Talker) -> None:
    milwaukee.says("ask_eligibility", mentions=["wrtp-big-step"], speaks_of="client")
    assert milwaukee.codes[0].startswith(("eligibility.verdict_client.", "eligibility.only_if"))


def test_another_kind_of_work_is_no_question_of_the_one_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", mentions=["wrtp-big-step"])
    wish = {"interests": {"likes": ["healthcare"]}}
    milwaukee.says("ask_eligibility", wish, text="any chance of nursing instead?")
    assert len(milwaukee.cards) > 1
