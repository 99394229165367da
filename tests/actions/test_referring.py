"""What “the third one”, “the Boeing one”, “which first”, “for real” mean in mid-talk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
FLAG = {"kind": "field", "name": "facts.driver_license", "program_id": None}


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


def test_the_third_of_the_list_is_found_after_two_were_compared(milwaukee: Talker) -> None:
    third = milwaukee.state["shown"][2]
    milwaukee.says("compare", text="compare the first two")
    assert third not in milwaukee.state["shown"]
    milwaukee.says("out_of_scope", text="tell me more about the third one")
    assert milwaukee.state["in_view"] == third


@pytest.mark.parametrize("text", ["what was the first one called again", "y el primero como era"])
def test_a_program_pointed_at_is_not_outside_our_field(milwaukee: Talker, text: str) -> None:
    first = milwaukee.state["shown"][0]
    milwaukee.says("out_of_scope", text=text)
    assert milwaukee.state["in_view"] == first


@pytest.mark.parametrize("text", ["which one would you start with?", "¿con cuál empiezo?"])
@pytest.mark.parametrize("intent", ["compare", "nlu_fallback", "ask_apply"])
def test_which_first_names_one_and_why(milwaukee: Talker, text: str, intent: str) -> None:
    shown = milwaukee.state["shown"]
    milwaukee.says(intent, text=text)
    assert {*milwaukee.codes} & {"about.pick", "about.pick_open"}
    assert milwaukee.state["in_view"] in shown


def test_why_not_finds_a_far_program_by_the_rare_word_of_its_name(milwaukee: Talker) -> None:
    milwaukee.says("ask_eligibility", text="why didn't you show me the Boeing training?")
    assert "boeing" in str(milwaukee.state["in_view"])
    assert "eligibility.not_here" in milwaukee.codes


@pytest.mark.parametrize("text", ["actually i really am moving there", "ya me mudé, es en serio"])
def test_what_was_tried_out_is_kept_once_it_is_true(milwaukee: Talker, text: str) -> None:
    milwaukee.says("what_if", {"location": {"city": "Racine", "state": "WI"}}, text="if i moved")
    milwaukee.says("correct", text=text)
    assert milwaukee.state["profile"]["location"]["city"] == "Racine"


def test_the_no_of_not_that_work_answers_no_other_question(milwaukee: Talker) -> None:
    milwaukee.state["awaiting"] = FLAG
    delta = {"interests": {"dislikes": ["hospitality"]}}
    milwaukee.says("inform", delta, text="No, not cooking")
    assert "driver_license" not in milwaukee.state["profile"]["facts"]


def test_thanks_are_taken_without_another_question(milwaukee: Talker) -> None:
    milwaukee.state["awaiting"] = FLAG
    milwaukee.says("thank", text="thanks")
    assert milwaukee.state["awaiting"] is None
    assert milwaukee.labels


def test_the_one_with_a_price_is_not_taken_for_the_one_meant(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", text="what do they cost")
    assert milwaukee.state["in_view"] is None


def test_what_was_known_is_acknowledged_with_the_list(milwaukee: Talker) -> None:
    milwaukee.says("inform", {"age": MILWAUKEE["age"]}, text="im 19 like i said")
    assert "matching.known" in milwaukee.codes
    assert milwaukee.cards


def test_what_the_helper_tells_of_themselves_is_not_the_daughters(someone: Someone) -> None:
    talker = someone().says("inform", {"age": 15}, text="my daughter is 15", speaks_of="client")
    talker.says("inform", {"age": 41, "facts": {"employed": True}}, text="Yo tengo 41 y trabajo")
    assert talker.state["profile"]["age"] == 15


@pytest.mark.parametrize("text", ["Thanks so much. Bye.", "That's right. Goodnight.", "ok adiós"])
@pytest.mark.parametrize("intent", ["thank", "affirm"])
def test_whoever_says_goodbye_goes(milwaukee: Talker, intent: str, text: str) -> None:
    milwaukee.says(intent, text=text)
    assert milwaukee.codes == ["welcome.bye"]


def test_which_of_them_is_answered_for_each(milwaukee: Talker) -> None:
    milwaukee.says("ask_eligibility", text="which ones take people with a record")
    assert "record.those" in milwaukee.codes
    assert len(milwaukee.cards) > 1


def test_what_one_must_pay_is_no_wage(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", text="how much money i must pay")
    assert any(code.startswith("cost.") for code in milwaukee.codes)


@pytest.mark.parametrize(
    ("text", "language"), [("ok español otra vez", "es"), ("english again", "en")]
)
def test_a_language_asked_for_again_is_no_fresh_start(
    milwaukee: Talker, text: str, language: str
) -> None:
    before = milwaukee.state["profile"]
    milwaukee.says("restart", text=text)
    assert milwaukee.state["profile"] == before
    assert milwaukee.state["language"] == language


def test_whether_a_class_is_in_some_language_is_no_wish_for_it(milwaukee: Talker) -> None:
    milwaukee.says("ask_requirements", text="are the classes in spanish")
    assert milwaukee.state["language"] == "en"


def test_a_wish_to_save_goes_before_the_thanks(milwaukee: Talker) -> None:
    first = milwaukee.state["shown"][0]
    milwaukee.says("thank", text="Save the first one and that'll be all. Thank you.")
    assert milwaukee.state["saved"] == [first]


def test_the_first_in_a_question_is_no_first_grade(milwaukee: Talker) -> None:
    span = {"field": "education", "text": "el primero", "start": 13, "end": 23, "value": 1}
    delta = {"education": {"level": "no_high_school", "grade": 1}}
    milwaukee.says("inform", delta, text="y cuanto dura el primero", spans=[{**span, "op": "set"}])
    assert milwaukee.state["profile"]["education"]["level"] == "some_high_school"


def test_a_card_that_is_only_asked_about_is_not_held(milwaukee: Talker) -> None:
    milwaukee.says("ask_ladder", {"credentials": ["emt"]}, text="after emt whats next")
    assert not milwaukee.state["profile"]["credentials"]


def test_somebody_new_who_is_not_understood_is_asked_to_tell(someone: Someone) -> None:
    talker = someone().says("nlu_fallback", text="my teacher said to try this")
    assert "matching.tell_me" in talker.codes


@pytest.mark.parametrize("intent", ["help", "out_of_scope"])
def test_a_program_to_be_explained_is_told_about(milwaukee: Talker, intent: str) -> None:
    third = milwaukee.state["shown"][2]
    milwaukee.says(intent, text="Explíqueme la tercera.")
    assert milwaukee.state["in_view"] == third


def test_next_year_is_tried_out_whatever_it_was_taken_for(milwaukee: Talker) -> None:
    milwaukee.says("ask_apply", text="n next year when im 20?")
    assert "what_if.keep" in milwaukee.codes


def test_a_program_shown_is_told_about_by_a_word_of_its_name(milwaukee: Talker) -> None:
    assert "wrtp-big-step" in milwaukee.state["shown"]
    milwaukee.says("bot_challenge", text="isn't there something with WRTP?")
    assert milwaukee.state["in_view"] == "wrtp-big-step"


def test_who_is_talking_is_still_answered_as_that(milwaukee: Talker) -> None:
    milwaukee.says("bot_challenge", text="am I talking to a human?")
    assert any(code.startswith("help.") for code in milwaukee.codes)
