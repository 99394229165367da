"""Plans through the API: codes travel in bodies, answers keep the contract's shape."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from conversations import codes
from tests.web.plan_boards import NAMES, YOUNG

PLANS = "/api/v1/plans"


def saved(client: TestClient, **more: Any) -> dict[str, Any]:
    answer = client.post(PLANS, json={"programs": list(NAMES), "profile": YOUNG, **more})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_a_plan_is_saved_opened_and_deleted(client: TestClient) -> None:
    made = saved(client)
    opened = client.post(f"{PLANS}/open", json={"code": made["code"].lower()}).json()
    assert opened["plan"] == made["plan"]
    assert opened["shared"] is False
    assert set(opened["plan"]) >= {"saved", "programs", "steps"}
    assert opened["plan"]["saved"] == list(NAMES)
    assert [p["program_id"] for p in opened["plan"]["programs"]] == list(NAMES)
    assert {"program_id", "program", "text", "id", "done"} <= set(opened["plan"]["steps"][0])
    assert client.post(f"{PLANS}/delete", json={"code": made["code"]}).status_code == 204
    gone = client.post(f"{PLANS}/open", json={"code": made["code"]})
    assert gone.status_code == 404
    assert gone.headers["content-type"] == "application/problem+json"


def test_a_share_code_shows_a_plan_without_the_person(client: TestClient, app: FastAPI) -> None:
    code = codes.read(saved(client)["code"])
    shown = app.state.services.plans.share(code)
    opened = client.post(f"{PLANS}/open", json={"code": shown}).json()
    assert opened["shared"] is True
    assert all(r["said"] is None for p in opened["plan"]["programs"] for r in p["requirements"])
    assert client.post(f"{PLANS}/delete", json={"code": shown}).status_code == 404


def test_a_plan_speaks_the_language_that_is_asked_for(client: TestClient) -> None:
    made = saved(client, language="es")
    assert made["language"] == "es"
    english = client.post(f"{PLANS}/open", json={"code": made["code"], "language": "en"}).json()
    assert english["plan"]["steps"][0]["text"] != made["plan"]["steps"][0]["text"]
    assert english["plan"]["steps"][0]["id"] == made["plan"]["steps"][0]["id"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("", {"programs": []}, 422, id="no programs"),
        pytest.param("", {"programs": ["x"] * 21}, 422, id="too many programs"),
        pytest.param("", {"programs": ["no-such-program"]}, 404, id="a program that is none"),
        pytest.param("", {"programs": [NAMES[0]], "profile": {"age": 999}}, 422, id="an odd age"),
        pytest.param("/open", {"code": "ABC"}, 422, id="a code that is none"),
        pytest.param("/open", {"code": "A" * 5_000}, 422, id="a very long code"),
        pytest.param("/open", {"code": codes.new_code()}, 404, id="a code of no plan"),
        pytest.param("/delete", {"code": codes.new_code()}, 404, id="nothing to delete"),
        pytest.param("/open", {}, 422, id="no code"),
    ],
)
def test_what_cannot_be_is_refused_kindly(
    client: TestClient, path: str, body: dict[str, Any], status: int
) -> None:
    answer = client.post(PLANS + path, json=body)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_guessing_is_slowed_down(client: TestClient) -> None:
    guesses = [client.post(f"{PLANS}/open", json={"code": codes.new_code()}) for _ in range(11)]
    assert [guess.status_code for guess in guesses] == [404] * 10 + [429]
    assert guesses[-1].headers["Retry-After"]
