"""Programs for people: understood, shown, asked on, never the same list as news."""

from __future__ import annotations

from collections.abc import Callable

from tests.actions.people import ALPINE, LAS_VEGAS, MILWAUKEE, NURSE_AIDE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]


def test_anything_known_gives_matches_and_one_question(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    assert talker.codes[:2] == ["matching.understood", "matching.open"]
    assert "age 19" in talker.text
    assert "Milwaukee" in talker.text
    card = talker.cards["wrtp-big-step"]
    assert card["verdict"] == "likely"
    assert card["sources"]
    assert talker.state["shown"] == list(talker.cards)
    assert talker.state["awaiting"]["kind"] in ("field", "requirement")
    assert "Skip" in talker.labels


def test_spanish_is_spoken_to_spanish_speakers(someone: Someone) -> None:
    talker = someone(language="es").says("inform", LAS_VEGAS)
    assert "culinary-academy-las-vegas" in talker.cards
    assert talker.text.startswith("Entendido:")
    assert "Saltar" in talker.labels


def test_nothing_known_is_asked_kindly_with_examples(someone: Someone) -> None:
    talker = someone().says("find_programs")
    assert talker.codes == ["matching.tell_me"]
    assert len(talker.labels) >= 4
    assert talker.cards == {}


def test_a_sector_button_is_an_answer(someone: Someone) -> None:
    talker = someone().says("find_programs").presses("construction")
    assert talker.state["profile"]["interests"]["likes"] == ["construction"]
    assert talker.cards


def test_the_same_list_is_not_shown_as_news(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("find_programs")
    assert "matching.same_list" in talker.codes, "no news"
    assert list(talker.cards) == talker.state["shown"], "somebody who asks for a list gets one"
    assert "Show more" in talker.labels


def test_more_shows_others(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    first = set(talker.cards)
    talker.says("find_programs").presses("Show more")
    assert talker.cards
    assert not first & set(talker.cards)


def test_a_card_that_changed_is_shown_again(someone: Someone) -> None:
    young = {**MILWAUKEE, "age": None}
    talker = someone().says("inform", {k: v for k, v in young.items() if v is not None})
    talker.says("inform", {"age": 17})
    statuses = {one["id"]: one["status"] for one in talker.cards["wrtp-big-step"]["requirements"]}
    assert statuses["wrtp-big-step#age"] == "not_met"


def test_a_door_that_a_birthday_opens_is_named_with_its_month(someone: Someone) -> None:
    talker = someone().says("inform", {**MILWAUKEE, "age": 17, "next_birthday": "2027-03"})
    talker.says("ask_eligibility", mentions=["wrtp-operation-high-expectations"])
    assert "March 2027" in talker.text
    card = talker.cards["wrtp-operation-high-expectations"]
    assert card["verdict"] == "one_step_away"
    assert card["opens_on"] == "2027-03"


def test_a_place_far_from_everything_is_told_so(someone: Someone) -> None:
    talker = someone().says("inform", ALPINE)
    assert "matching.none_near" in talker.codes
    assert "Alpine" in talker.text
    assert "tx-job-center" in talker.cards or talker.items("resources")


def test_a_counselor_is_spoken_to_of_the_client(someone: Someone) -> None:
    talker = someone().says("inform", NURSE_AIDE, speaks_of="client")
    assert talker.codes[0] == "matching.understood_client"
    assert talker.state["speaks_of"] == "client"
    assert "1199c-training-upgrading-fund" in talker.cards
    talker.says("inform", {"age": 35})
    assert "client" in talker.text, "it stays so when the next message does not say it"


def test_an_ambiguous_place_is_asked_and_its_button_settles_it(someone: Someone) -> None:
    places = [{"city": "Springfield", "state": state} for state in ("MO", "IL", "MA")]
    asked = [{"field": "location", "text": "springfield", "choices": places}]
    talker = someone().says("inform", {"interests": {"likes": ["automotive"]}}, ambiguous=asked)
    assert "matching.which_place" in talker.codes
    assert talker.cards, "what is known already counts"
    assert talker.state["profile"]["location"]["city"] is None
    talker.presses("Springfield, IL")
    assert talker.state["profile"]["location"]["state"] == "IL"
    assert talker.state["profile"]["location"]["city"] == "Springfield"


def test_naming_only_the_state_settles_it_too(someone: Someone) -> None:
    places = [{"city": "Springfield", "state": state} for state in ("MO", "IL")]
    asked = [{"field": "location", "text": "springfield", "choices": places}]
    talker = someone().says("inform", {"age": 20}, ambiguous=asked)
    talker.says("inform", {"location": {"state": "IL"}})
    assert talker.state["profile"]["location"]["city"] == "Springfield"


def test_what_is_understood_of_a_job_is_its_title(someone: Someone) -> None:
    talker = someone().says("inform", {"interests": {"occupations": ["31-1131"]}})
    assert "31-1131" not in talker.text
    assert "ursing" in talker.text


def test_opened_and_closed_travel_with_the_answer(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    assert talker.last["changed"]["opened"] == []
    talker.says("correct", {"location": {"city": "Las Vegas", "state": "NV"}})
    assert "wrtp-big-step" in talker.last["changed"]["closed"]


def test_a_program_named_by_itself_is_judged(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("inform", mentions=["imt-apprenticeship"])
    assert list(talker.cards) == ["imt-apprenticeship"]
    assert talker.state["in_view"] == "imt-apprenticeship"
