"""Danger comes before every limit; faults keep their headers and tell no secrets."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import FakeRasa
from web.shared.limits import Admission

CHAT = "/api/v1/chat"
DANGER = "i want to kill myself. "
MESSAGES = {"short": DANGER, "past the length that is taken": DANGER + "please help me " * 90}
PEOPLE = {"Accept": "text/html"}


@pytest.fixture
def spent(client: TestClient) -> TestClient:
    """A client whose address has used up its messages."""
    client.app.state.services.admission = Admission(1)  # type: ignore[attr-defined]
    assert client.post(CHAT, json={"message": "hi"}).status_code == 200
    assert client.post(CHAT, json={"message": "hi"}).status_code == 429
    return client


@pytest.mark.parametrize(
    "message", [DANGER, DANGER + "please help me " * 90], ids=["short", "long"]
)
def test_danger_is_answered_by_the_api_whatever_the_limits(spent: TestClient, message: str) -> None:
    answer = spent.post(CHAT, json={"message": message})
    assert answer.status_code == 200
    assert "988" in answer.text


@pytest.mark.parametrize(
    "message", [DANGER, DANGER + "please help me " * 90], ids=["short", "long"]
)
def test_danger_is_answered_by_the_page_whatever_the_limits(
    spent: TestClient, message: str
) -> None:
    headers = {**PEOPLE, "X-Fragment": "1"}
    answer = spent.post("/", data={"message": message}, headers=headers)
    assert answer.status_code == 200
    assert "988" in answer.text


def test_danger_in_a_talk_that_is_gone_is_answered_in_a_new_one(client: TestClient) -> None:
    answer = client.post(CHAT, json={"session": "gone", "message": DANGER})
    assert answer.status_code == 200
    assert "988" in answer.text
    assert answer.json()["session"] != "gone"


def test_calls_that_keep_nothing_have_a_wider_limit_of_their_own(client: TestClient) -> None:
    client.app.state.services.admission = Admission(1)  # type: ignore[attr-defined]
    body: dict[str, Any] = {"profile": {}, "limit": 1}
    codes = [client.post("/api/v1/match", json=body).status_code for _ in range(5)]
    assert codes == [200, 200, 200, 200, 429]


def test_many_small_changes_never_make_a_profile_that_cannot_be_read(client: TestClient) -> None:
    session = client.post(CHAT, json={"message": "hi"}).json()["session"]
    address = f"{CHAT}/{session}/profile"
    codes = [
        client.patch(
            address, json={"credentials": [f"card-{batch}-{n}" for n in range(60)]}
        ).status_code
        for batch in range(2)
    ]
    assert codes == [200, 422]
    assert client.get(f"{CHAT}/{session}").status_code == 200


def test_an_answer_to_a_requirement_nobody_has_is_refused(client: TestClient) -> None:
    session = client.post(CHAT, json={"message": "hi"}).json()["session"]
    delta = {"confirmed": {"zzz#made-up": True}}
    assert client.patch(f"{CHAT}/{session}/profile", json=delta).status_code == 422
    pressed = client.post("/", data={"confirm": "zzz#made-up yes"}, headers=PEOPLE)
    assert pressed.status_code == 422


def test_contact_details_in_an_edit_are_masked_too(client: TestClient, rasa: FakeRasa) -> None:
    session = client.post(CHAT, json={"message": "hi"}).json()["session"]
    delta = {"facts": {"employer": "Acme 123-45-6782"}}
    client.patch(f"{CHAT}/{session}/profile", json=delta)
    assert "123-45" not in str(rasa.asked[-1])


@pytest.mark.parametrize("origin", ["http://[", "null", "http://elsewhere.example"])
def test_a_form_of_nobody_knows_where_is_refused(client: TestClient, origin: str) -> None:
    response = client.post("/", data={"message": "hi"}, headers={"Origin": origin})
    assert response.status_code == 403


def chunks() -> Iterator[bytes]:
    for _ in range(3):
        yield b"x" * 40_000


def test_a_body_without_a_length_is_cut_off_at_the_limit(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    assert client.post(CHAT, content=chunks(), headers=headers).status_code == 413


def test_a_fault_of_ours_keeps_the_headers_and_logs_no_words(
    client: TestClient, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str, state: dict[str, Any]) -> Any:
        raise RuntimeError(f"could not read {text}")

    rasa.turn = broken  # type: ignore[method-assign]
    with caplog.at_level(logging.INFO):
        response = client.post(CHAT, json={"message": "a very private sentence"})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "private" not in response.text + caplog.text


@pytest.mark.parametrize("state", ["XX", "Wisconsin", "\x00"])
def test_a_ladder_is_not_asked_for_a_state_that_is_none(client: TestClient, state: str) -> None:
    response = client.get("/api/v1/ladders/electrician", params={"state": state})
    assert response.status_code == 422


def test_a_state_may_be_written_small(client: TestClient) -> None:
    card = client.get("/api/v1/ladders/electrician", params={"state": "wi"}).json()
    assert card["state"] == "WI"
