"""Taking the last message back, on the page and through the API."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import FakeRasa
from tests.web.reading import Reading, read

PEOPLE = {"Accept": "text/html"}


def say(client: TestClient, message_id: str, **form: str) -> Reading:
    form = {"message": f"says {message_id}", **form, "message_id": message_id}
    return read(client.post("/", data=form, headers=PEOPLE).text)


def undo(client: TestClient, message_id: str) -> Reading:
    return read(client.post("/undo", data={"message": message_id}, headers=PEOPLE).text)


def profile(client: TestClient) -> dict[str, Any]:
    secret = client.cookies["pathways_session"]
    found: dict[str, Any] = client.get(f"/api/v1/chat/{secret}").json()["profile"]
    return found


def test_only_the_newest_answer_can_be_taken_back(client: TestClient) -> None:
    say(client, "m-1")
    page = say(client, "m-2")
    assert page.hidden("data-undo") == {"message": "m-2"}
    assert len([e for e in page.elements if "data-undo" in e.attributes]) == 1


def test_what_was_said_and_what_it_changed_is_gone(client: TestClient) -> None:
    say(client, "m-1")
    choice = read(client.get("/").text).one("button", name="choice").attributes["value"]
    say(client, "m-2", choice=choice)
    assert profile(client)["age"] == 33
    page = undo(client, "m-2")
    assert profile(client)["age"] is None
    assert not page.all("button", name="forget")
    assert "taken back" in page.one("p", role="status", **{"class": "told"}).text
    assert page.one("article").text.count("says m-1") == 1


def test_the_answer_before_offers_its_buttons_again(client: TestClient) -> None:
    say(client, "m-1")
    before = read(client.get("/").text).one("button", name="choice").attributes["value"]
    say(client, "m-2")
    page = undo(client, "m-2")
    assert page.one("button", name="choice").attributes["value"] == before


def test_taking_back_goes_on_to_the_welcome(client: TestClient) -> None:
    say(client, "m-1")
    say(client, "m-2")
    undo(client, "m-2")
    page = undo(client, "m-1")
    assert not page.all("article")
    assert page.one("p", role="status", **{"class": "told"})


def test_a_page_out_of_date_takes_nothing_back(client: TestClient) -> None:
    say(client, "m-1")
    say(client, "m-2")
    page = undo(client, "m-1")
    assert len(page.all("article")) == 2
    undo(client, "m-2")
    assert len(undo(client, "m-2").all("article")) == 1, "a second press of the same button"


@pytest.mark.parametrize("form", [{}, {"message": "m" * 500}], ids=["nothing", "too long"])
def test_a_forged_form_is_refused(client: TestClient, form: dict[str, str]) -> None:
    say(client, "m-1")
    assert client.post("/undo", data=form, headers=PEOPLE).status_code == 422


def test_nobody_takes_back_what_is_not_theirs(client: TestClient) -> None:
    assert client.post("/undo", data={"message": "m-1"}, headers=PEOPLE).status_code == 200
    say(client, "m-1")
    foreign = {**PEOPLE, "Sec-Fetch-Site": "cross-site"}
    assert client.post("/undo", data={"message": "m-1"}, headers=foreign).status_code == 403


def test_starting_over_can_be_taken_back_too(client: TestClient, rasa: FakeRasa) -> None:
    say(client, "m-1")
    say(client, "m-2", message="", go="start_over")
    assert len(undo(client, "m-2").all("article")) == 1


def test_a_client_of_the_api_takes_back_one_step(client: TestClient) -> None:
    body = {"message": "hi", "message_id": "m-1"}
    session = client.post("/api/v1/chat", json=body).json()["session"]
    later = {"session": session, "message": "again", "message_id": "m-2"}
    client.post("/api/v1/chat", json=later)
    address = f"/api/v1/chat/{session}/messages"
    assert client.delete(f"{address}/m-1").status_code == 409
    left = client.delete(f"{address}/m-2").json()["transcript"]
    assert [entry["message_id"] for entry in left] == ["m-1"]
    assert client.delete("/api/v1/chat/nobody/messages/m-1").status_code == 404
