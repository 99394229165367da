"""How one gets to a job: from what is named, from a program near, or from the first job."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.people import ALPINE, LAS_VEGAS, MILWAUKEE, NURSE_AIDE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
RENO = {
    "age": 24,
    "education": {"level": "high_school"},
    "location": {"city": "Reno", "state": "NV"},
    "interests": {"likes": ["construction"]},
}


def way_in(talker: Talker) -> dict[str, Any]:
    [item] = talker.items("ladder")
    way: dict[str, Any] = item["ladder"]["way"]
    return way


def walked(talker: Talker) -> list[tuple[str, str]]:
    return [(step["kind"], step["to"]["id"]) for step in way_in(talker)["steps"]]


@pytest.mark.parametrize(
    ("language", "text", "start", "goal"),
    [
        ("en", "how do i get from cna to registered nurse", "nursing/1", "nursing/3"),
        ("en", "how do I go from line cook to chef?", "culinary/2", "culinary/4"),
        ("en", "path from helper to journeyman electrician", "electrician/0", "electrician/2"),
        ("en", "im a cook, how do i become a chef", "culinary/2", "culinary/4"),
        ("en", "how do i become a nurse if im a cna", "nursing/1", "nursing/3"),
        ("en", "how do i get to be a foreman, im a carpenter", "carpenter/3", "carpenter/4"),
        ("es", "¿cómo paso de cocinero a chef?", "culinary/2", "culinary/4"),
        ("es", "cómo llego de ayudante a oficial electricista", "electrician/0", "electrician/2"),
        ("en", "can a welder become a quality inspector", "welder/1", "welder/3"),
        ("en", "im an apprentice carpenter, whats the next step to foreman", "carpenter/2",
         "carpenter/4"),
        ("en", "how do i go from construction laborer to carpenter to foreman", "carpenter/0",
         "carpenter/4"),
        ("es", "soy lavaplatos y quiero llegar a chef, cómo le hago", "culinary/0", "culinary/4"),
        ("es", "quiero pasar de cajera a supervisora de tienda, ¿cómo?", "retail-store/0",
         "retail-store/3"),
        ("es", "soy ayudante de electricista, cómo llego a ser capataz", "electrician/0",
         "electrician/3"),
        ("es", "qué camino hay de camarera de hotel a gerente de hotel", "hotel-housekeeping/0",
         "hotel-housekeeping/4"),
    ],
)  # fmt: skip
def test_a_way_leads_from_what_is_named_to_what_is_named(
    someone: Someone, language: str, text: str, start: str, goal: str
) -> None:
    talker = someone(language=language).says("ask_ladder", text=text)
    way = way_in(talker)
    assert (way["from"]["id"], way["to"]["id"]) == (start, goal)
    assert talker.codes[0] == "ladder.way"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how do i become a supervisor electrician"),
        ("en", "what would it take to become an electrical foreman?"),
        ("es", "cómo llego a ser supervisor de electricidad"),
    ],
)
def test_a_way_begins_with_an_open_program_near(someone: Someone, language: str, text: str) -> None:
    talker = someone(language=language).says("inform", MILWAUKEE)
    talker.says("ask_ladder", text=text)
    assert walked(talker) == [
        ("lead", "building-trades-apprenticeship"),
        ("train", "electrician/2"),
        ("up", "electrician/3"),
    ]
    assert "ladder.way_begins" in talker.codes
    assert talker.cards["wrtp-big-step"]["verdict"] == "likely"
    assert talker.state["in_view"] == "wrtp-big-step"
    assert talker.words <= 60


def test_each_step_says_what_it_is_needs_takes_and_pays(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    way = way_in(talker.says("ask_ladder", text="how do i become a journeyworker electrician"))
    last = way["steps"][-1]
    assert last["kind_text"]
    assert last["needs"]
    assert last["time"]["text"]
    assert last["to"]["wage"]["area"] == "WI"
    assert last["to"]["wage"]["low_usd"] < last["to"]["wage"]["high_usd"]
    cited = {need["source"] for need in last["needs"]} | set(last["sources"])
    assert cited <= set(range(len(way["sources"])))


def test_what_bls_does_not_publish_is_said_not_to_be(someone: Someone) -> None:
    talker = someone().says("ask_ladder", text="path from electrician helper to electrician")
    learner = way_in(talker)["steps"][0]["to"]
    assert learner["wage"] is None
    assert "no separate wage" in learner["wage_text"]


def test_what_is_for_all_the_country_is_said_to_be_not_near(someone: Someone) -> None:
    talker = someone().says("inform", RENO)
    talker.says("ask_ladder", text="how do i become a carpenter")
    assert "ladder.way_anywhere" in talker.codes
    assert all(card["serves_location"] for card in talker.cards.values())


def test_nobody_is_sent_through_a_program_that_takes_no_one_from_here(someone: Someone) -> None:
    talker = someone().says("inform", {"location": {"city": "Philadelphia", "state": "PA"}})
    talker.says("ask_ladder", text="how do i become a housekeeping supervisor")
    programs = [step["to"] for step in way_in(talker)["steps"] if step["to"]["kind"] == "program"]
    assert "best-hospitality-training" not in [one["id"] for one in programs]


def test_without_a_program_a_way_begins_at_work(someone: Someone) -> None:
    talker = someone().says("inform", ALPINE)
    talker.says("ask_ladder", text="how do i become a police detective")
    assert talker.codes[-2:] == ["ladder.way_at_work", *talker.codes[-1:]]
    assert way_in(talker)["from"]["kind"] == "job"


def test_programs_near_that_help_on_the_way_are_shown(someone: Someone) -> None:
    talker = someone().says("inform", NURSE_AIDE)
    talker.says("ask_ladder", text="how do i get from cna to nurse")
    assert "ladder.way_help" in talker.codes
    assert "1199c-training-upgrading-fund" in talker.cards


def test_where_no_source_leads_the_ladder_of_the_goal_is_shown(someone: Someone) -> None:
    talker = someone().says("ask_ladder", text="how do i go from carpenter to electrical foreman")
    assert talker.codes[0] == "ladder.way_none"
    [item] = talker.items("ladder")
    assert item["ladder"]["id"] == "electrician"
    assert "way" not in item["ladder"]


def test_who_is_there_already_is_told_so(someone: Someone) -> None:
    talker = someone().says("ask_ladder", text="how do i go from chef to head cook")
    assert talker.codes[0] == "ladder.way_there"


def test_a_start_that_no_job_goes_by_leaves_the_goal(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    text = "how do i get from pre-apprenticeship to journeyman electrician"
    talker.says("ask_ladder", text=text)
    assert way_in(talker)["to"]["id"] == "electrician/2"


@pytest.mark.parametrize("intent", ["find_programs", "ask_apply", "nlu_fallback", "out_of_scope"])
def test_a_way_is_shown_whatever_the_bot_took_the_question_for(
    someone: Someone, intent: str
) -> None:
    talker = someone().says(intent, text="how do i become a journeyman plumber")
    assert way_in(talker)["to"]["id"] == "plumber-pipefitter/2"


@pytest.mark.parametrize(
    "text",
    [
        "i want to become an electrician",
        "quiero ser electricista",
        "im moving from reno to vegas",
        "how do i become an astronaut",
        "how do i get there by bus",
        "how do i sign up for that",
    ],
)
def test_a_wish_a_move_and_a_ride_are_no_question_of_a_way(someone: Someone, text: str) -> None:
    talker = someone().says("inform", RENO).says("find_programs", text=text)
    assert not talker.items("ladder")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "how do I get there?"), ("es", "¿y cómo llego ahí?")]
)
def test_there_is_the_top_of_the_ladder_just_shown(
    someone: Someone, language: str, text: str
) -> None:
    talker = someone(language=language).says("inform", MILWAUKEE)
    talker.says("ask_ladder", mentions=["wrtp-big-step"], text="show me the ladder")
    [shown] = talker.items("ladder")
    talker.says("ask_support", text=text)
    assert way_in(talker)["to"]["ladder_id"] == shown["ladder"]["id"]


def test_of_a_program_in_view_there_is_its_door(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    talker.says("inform", {"interests": {"occupations": ["47-2111"]}})
    talker.says("ask_cost", mentions=["wrtp-big-step"])
    assert not talker.says("ask_support", text="how do i get there").items("ladder")


def test_there_is_the_job_that_is_wished_for(someone: Someone) -> None:
    wish = {"interests": {"likes": ["energy"], "occupations": ["49-9051"]}}
    talker = someone().says("inform", wish).says("ask_ladder", text="how do i get there")
    assert way_in(talker)["to"]["id"] == "lineworker/2"


def test_a_ladder_offers_the_way_to_its_top(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("ask_ladder", mentions=["wrtp-big-step"])
    [label] = [label for label in talker.labels if label.startswith("How do I get to")]
    talker.presses(label)
    assert way_in(talker)["steps"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "how do i become a supervisor"), ("es", "cómo llego a ser capataz")],
)
def test_a_bare_supervisor_of_nobody_known_is_asked_about(
    someone: Someone, language: str, text: str
) -> None:
    talker = someone(language=language).says("ask_ladder", text=text)
    assert talker.codes == ["ladder.which"]
    assert not talker.items("ladder")


@pytest.mark.parametrize(
    ("text", "ladder"),
    [("show the ladder for electricians", "electrician"), ("ladder for nurses", "nursing"),
     ("la escalera de carpintero", "carpenter")],
)  # fmt: skip
def test_a_ladder_is_shown_of_the_job_it_is_asked_of(
    someone: Someone, text: str, ladder: str
) -> None:
    talker = someone().says("inform", LAS_VEGAS).says("ask_ladder", text=text)
    assert [item["ladder"]["id"] for item in talker.items("ladder")] == [ladder]


def test_of_an_unknown_home_only_what_serves_the_whole_country_begins_a_way(
    someone: Someone,
) -> None:
    talker = someone().says("ask_ladder", text="how do i become a journeyman lineworker")
    codes = [reason["code"] for card in talker.cards.values() for reason in card["reasons"]]
    assert codes.count("serves.nationwide") == len(talker.cards)


def test_a_word_for_many_jobs_means_that_of_the_work_spoken_of(someone: Someone) -> None:
    talker = someone().says("inform", LAS_VEGAS)
    talker.says("ask_ladder", text="how do i become a manager")
    assert way_in(talker)["to"]["ladder_id"] in ("culinary", "hotel-housekeeping",
                                                 "restaurant-service")  # fmt: skip
    assert any(label.startswith("How do I get to") for label in talker.labels)


@pytest.mark.parametrize(
    "text", ["how far up can i go", "show the ladder", "muéstrame la escalera"]
)
def test_a_ladder_is_still_a_ladder(someone: Someone, text: str) -> None:
    talker = someone().says("inform", MILWAUKEE).says("ask_ladder", text=text)
    [item] = talker.items("ladder")
    assert "way" not in item["ladder"]
