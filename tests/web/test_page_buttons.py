"""Every button of the page is a form button: what it says to the bot, and what it must not say."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import FakeRasa
from tests.web.reading import read

PEOPLE = {"Accept": "text/html"}
KNOWN: dict[str, Any] = {
    "age": 19,
    "education": {"level": "some_high_school", "grade": 10},
    "location": {"city": "Milwaukee", "state": "WI"},
    "interests": {"likes": ["construction", "manufacturing"]},
}
FORM = {
    "edit": "1",
    "age": "19",
    "level": "some_high_school",
    "grade": "10",
    "city": "Milwaukee",
    "state": "WI",
    "likes": ["construction", "manufacturing"],
}


@pytest.mark.parametrize(
    ("form", "meaning"),
    [
        pytest.param(
            {"confirm": "wrtp-big-step#age yes"},
            {"intent": "affirm", "delta": {"confirmed": {"wrtp-big-step#age": True}}},
            id="yes to a requirement",
        ),
        pytest.param(
            {"confirm": "wrtp-big-step#age no"},
            {"intent": "deny", "delta": {"confirmed": {"wrtp-big-step#age": False}}},
            id="no to a requirement",
        ),
        pytest.param(
            {"confirm": "wrtp-big-step#age skip"},
            {"intent": "dont_know", "value": "wrtp-big-step#age"},
            id="skip a requirement",
        ),
        pytest.param(
            {"about": "save wrtp-big-step"},
            {"intent": "save_plan", "program_id": "wrtp-big-step"},
            id="save a program",
        ),
        pytest.param(
            {"about": "compare wrtp-big-step"},
            {"intent": "compare", "program_id": "wrtp-big-step"},
            id="compare a program",
        ),
        pytest.param({"go": "person"}, {"intent": "talk_to_person"}, id="talk to a person"),
        pytest.param({"go": "start_over"}, {"intent": "restart"}, id="start over"),
        pytest.param({"go": "plan"}, {"intent": "save_plan", "value": "show"}, id="my plan"),
        pytest.param(
            {"forget": "age"}, {"intent": "correct", "delta": {"age": None}}, id="forget the age"
        ),
        pytest.param(
            {"forget": "facts.driver_license"},
            {"intent": "correct", "delta": {"facts": {"driver_license": None}}},
            id="forget a fact",
        ),
        pytest.param(
            {"forget": "interests.likes.construction"},
            {"intent": "correct", "delta": {"interests": {"remove": {"likes": ["construction"]}}}},
            id="forget an interest",
        ),
        pytest.param(
            {"forget": "credentials.osha-10"},
            {"intent": "correct", "delta": {"remove": {"credentials": ["osha-10"]}}},
            id="forget a credential",
        ),
        pytest.param(
            {"forget": "test_scores.ged"},
            {"intent": "correct", "delta": {"test_scores": {"ged": None}}},
            id="forget a score",
        ),
    ],
)
def test_a_button_means_one_thing(
    client: TestClient, rasa: FakeRasa, form: dict[str, str], meaning: dict[str, Any]
) -> None:
    assert client.post("/", data=form, headers=PEOPLE).status_code == 200
    text, state = rasa.asked[-1]
    assert state["choice"] == meaning
    assert text, "the transcript says in words what was pressed"
    assert text in client.get("/").text


@pytest.mark.parametrize(
    "form",
    [
        pytest.param({"confirm": "wrtp-big-step#age perhaps"}, id="an answer nobody offers"),
        pytest.param({"confirm": "yes"}, id="an answer to nothing"),
        pytest.param({"about": "delete wrtp-big-step"}, id="a verb nobody offers"),
        pytest.param({"about": "save"}, id="no program"),
        pytest.param({"go": "crisis"}, id="a way nobody offers"),
        pytest.param({"forget": "height"}, id="a field nobody keeps"),
        pytest.param({"forget": "facts.secret"}, id="a fact nobody keeps"),
        pytest.param({"forget": "interests.likes.piracy"}, id="an interest nobody keeps"),
    ],
)
def test_a_forged_button_is_refused(
    client: TestClient, rasa: FakeRasa, form: dict[str, str]
) -> None:
    response = client.post("/", data=form, headers=PEOPLE)
    assert response.status_code == 422
    assert read(response.text).one("h1").text == "That did not work"
    assert rasa.asked == []


def test_a_quick_reply_is_an_opaque_id_that_only_its_talk_can_press(
    client: TestClient, rasa: FakeRasa
) -> None:
    client.post("/", data={"message": "hi"})
    choice = read(client.get("/").text).one("button", name="choice").attributes["value"]
    assert len(choice) == 32
    client.post("/", data={"choice": choice})
    assert rasa.asked[-1][1]["choice"] == {"intent": "affirm", "delta": {"age": 33}}


def test_a_button_of_another_talk_changes_nothing_and_keeps_this_one(
    client: TestClient, rasa: FakeRasa
) -> None:
    client.post("/", data={"message": "hi"})
    turns = len(rasa.asked)
    page = client.post("/", data={"choice": "0" * 32})
    assert "hi" in read(page.text).one("article", id="latest").text
    assert len(rasa.asked) == turns


def test_only_the_newest_answer_offers_quick_replies(client: TestClient) -> None:
    client.post("/", data={"message": "hi"})
    page = client.post("/", data={"message": "hi again"})
    assert len(read(page.text).all("button", name="choice")) == 1


def test_what_was_understood_stands_as_chips_that_can_be_taken_back(client: TestClient) -> None:
    talk_of_somebody_known(client)
    page = read(client.get("/").text)
    fields = [button.attributes["value"] for button in page.all("button", name="forget")]
    assert fields == [
        "age",
        "education",
        "location",
        "interests.likes.construction",
        "interests.likes.manufacturing",
    ]
    assert page.one("button", value="location").text == "Take out: Milwaukee, WI"


def test_a_chip_names_the_job_that_was_named(client: TestClient) -> None:
    talk_of_somebody_known(client)
    session = client.cookies["pathways_session"]
    wish = {"interests": {"likes": ["manufacturing"], "occupations": ["51-4121"]}}
    assert client.patch(f"/api/v1/chat/{session}/profile", json=wish).status_code == 200
    page = read(client.get("/").text)
    assert page.one("button", value="interests.occupations.51-4121").text == "Take out: Welder"


def talk_of_somebody_known(client: TestClient) -> None:
    client.post("/", data={"message": "hi"})
    session = client.cookies["pathways_session"]
    assert client.patch(f"/api/v1/chat/{session}/profile", json=KNOWN).status_code == 200


@pytest.mark.parametrize(
    ("change", "delta"),
    [
        pytest.param({"age": "20"}, {"age": 20}, id="a birthday"),
        pytest.param({"age": ""}, {"age": None}, id="the age emptied"),
        pytest.param({"city": "", "state": ""}, {"location": None}, id="the place emptied"),
        pytest.param(
            {"city": "Madison"}, {"location": {"city": "Madison", "state": "WI"}}, id="a move"
        ),
        pytest.param(
            {"level": "high_school", "grade": ""},
            {"education": {"level": "high_school", "grade": None}},
            id="a diploma",
        ),
        pytest.param(
            {"likes": ["manufacturing", "energy"]},
            {"interests": {"likes": ["energy"], "remove": {"likes": ["construction"]}}},
            id="one interest more, one less",
        ),
    ],
)
def test_the_edit_form_sends_only_what_changed(
    client: TestClient, rasa: FakeRasa, change: dict[str, Any], delta: dict[str, Any]
) -> None:
    talk_of_somebody_known(client)
    client.post("/", data={**FORM, **change})
    assert rasa.asked[-1][1]["choice"] == {"intent": "correct", "delta": delta}


def test_the_edit_form_as_it_stands_changes_nothing(client: TestClient, rasa: FakeRasa) -> None:
    talk_of_somebody_known(client)
    turns = len(rasa.asked)
    client.post("/", data=FORM)
    assert len(rasa.asked) == turns


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"age": "very old"}, id="an age in words"),
        pytest.param({"age": "-3"}, id="an age below zero"),
        pytest.param({"level": "wizard"}, id="a level nobody knows"),
        pytest.param({"state": "ZZ"}, id="a state nobody knows"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(
    client: TestClient, rasa: FakeRasa, change: dict[str, str]
) -> None:
    talk_of_somebody_known(client)
    turns = len(rasa.asked)
    response = client.post("/", data={**FORM, **change}, headers=PEOPLE)
    assert response.status_code == 422
    assert len(rasa.asked) == turns


def test_an_edit_without_a_talk_changes_nothing(client: TestClient, rasa: FakeRasa) -> None:
    assert client.post("/", data=FORM).status_code == 200
    assert rasa.asked == []


@pytest.mark.parametrize(
    ("ticked", "compared"),
    [
        pytest.param(["a", "b"], ["a", "b"], id="two"),
        pytest.param(["a", "b", "c", "d"], ["a", "b", "c"], id="more than stand side by side"),
        pytest.param([], [], id="none: the talk takes those it showed"),
    ],
)
def test_ticked_cards_are_compared(
    client: TestClient, rasa: FakeRasa, ticked: list[str], compared: list[str]
) -> None:
    client.post("/", data={"compare": "picked", "pick": ticked}, headers=PEOPLE)
    text, state = rasa.asked[-1]
    assert (text, state["choice"]) == ("Compare", {"intent": "compare", "programs": compared})
