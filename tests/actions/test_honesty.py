"""Honest words: who a program is for, what is near, what is new, what is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actions.terms import SAID
from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
MOTHER: dict[str, Any] = {
    "age": 31,
    "location": {"city": "Milwaukee", "state": "WI"},
    "interests": {"likes": ["healthcare"]},
    "facts": {"parent_or_pregnant": True},
}
HOUSTON: dict[str, Any] = {
    "age": 22,
    "education": {"level": "high_school"},
    "location": {"city": "Houston", "state": "TX"},
    "interests": {"likes": ["automotive"]},
}
PILOT: dict[str, Any] = {
    "age": 15,
    "location": {"city": "Charleston", "state": "SC"},
    "interests": {"likes": ["aerospace"]},
}


@pytest.mark.parametrize(
    ("person", "program"),
    [
        pytest.param(MOTHER, "ben-hudnall-memorial-trust", id="Kaiser staff"),
        pytest.param(HOUSTON, "uaw-chrysler-training", id="Chrysler workers"),
    ],
)
def test_a_program_for_workers_of_one_employer_is_not_called_open(
    someone: Someone, person: dict[str, Any], program: str
) -> None:
    talker = someone().says("inform", person)
    assert program not in talker.cards
    talker.says("ask_eligibility", mentions=[program])
    assert talker.codes[0] == "eligibility.only_if"
    assert talker.cards[program]["only_if"].startswith("Only if this is you: ")


def test_who_works_there_is_shown_it(someone: Someone) -> None:
    works = {**MOTHER, "facts": {"employer": "Kaiser Permanente"}}
    talker = someone().says("inform", works)
    assert talker.cards["ben-hudnall-memorial-trust"]["only_if"] is None


@pytest.mark.parametrize(
    "likes", ["healthcare", "technology", "hospitality", "energy", "arts_media"]
)
@pytest.mark.parametrize("place", [("Milwaukee", "WI"), ("Chicago", "IL"), ("Portland", "OR")])
def test_nothing_near_is_not_said_above_a_program_in_the_city(
    someone: Someone, place: tuple[str, str], likes: str
) -> None:
    where = {"city": place[0], "state": place[1]}
    talker = someone().says("inform", {"location": where, "interests": {"likes": [likes]}})
    here = [card for card in talker.cards.values() if card["distance_text"] == "in your city"]
    assert not (here and "matching.none_near" in talker.codes)


def test_a_state_far_off_is_not_put_before_the_own_one(someone: Someone) -> None:
    talker = someone().says("inform", PILOT)
    assert next(iter(talker.cards)) == "readysc-boeing"
    assert "aerospace-state-training" not in talker.cards


def test_a_what_if_names_only_what_concerns_the_person(someone: Someone) -> None:
    talker = someone().says("inform", {**MILWAUKEE, "interests": {"likes": ["construction"]}})
    talker.says("what_if", {"education": {"level": "high_school"}}, hypothetical=True)
    for program_id in talker.last["changed"]["opened"]:
        card = talker.cards.get(program_id)
        assert card is None or "construction" in card["sectors"]


def test_a_first_word_on_something_is_no_change(someone: Someone) -> None:
    talker = someone().says("correct", {"age": 19})
    assert talker.codes[0] == "matching.understood"
    talker.says("correct", {"age": 18})
    assert talker.codes[0] == "correction.changed"


def test_what_brought_nothing_new_is_told_so_with_what_would_help(someone: Someone) -> None:
    talker = someone().says("inform", {k: MILWAUKEE[k] for k in ("location", "interests")})
    talker.says("inform")
    assert "matching.nothing_new" in talker.codes
    assert "19" in talker.text


def test_an_either_or_never_shows_one_button_twice(someone: Someone) -> None:
    for first in ("out_of_scope", "help", "affirm", "ask_pay"):
        guesses = [{"name": name, "confidence": 0.2} for name in (first, "out_of_scope", "deny")]
        talker = someone().says("nlu_fallback", intents=guesses)
        assert len(talker.labels) == len(set(talker.labels)) >= 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_date_is_said_once(someone: Someone, language: str) -> None:
    talker = someone(language=language).says("ask_cost", mentions=["aerospace-state-training"])
    assert talker.codes[0] == f"{SAID['cost'][0]}_dated"
    assert talker.text.count("2011") == 1


def test_a_guess_at_danger_asks_gently_and_the_talk_goes_on(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    question = talker.state["awaiting"]["name"]
    talker.says("crisis", text="everything is a mess today")
    assert talker.codes[0] == "safety.check"
    assert talker.items("resources")
    assert talker.state["awaiting"]["name"] == question
