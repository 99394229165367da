"""A what-if through the API: every door, and those worth naming to the person."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

CHARLESTON = {
    "age": 20,
    "education": {"level": "some_high_school", "grade": 9},
    "location": {"city": "Charleston", "state": "SC"},
    "interests": {"likes": ["aerospace"]},
}


def tried(client: TestClient, change: dict[str, Any]) -> dict[str, Any]:
    body = {"profile": CHARLESTON, "change": change}
    answer: dict[str, Any] = client.post("/api/v1/what-if", json=body).json()
    return answer


def test_a_diploma_opens_a_door_around_the_corner_of_the_work_they_like(
    client: TestClient,
) -> None:
    answer = tried(client, {"education": {"level": "high_school"}})
    told = answer["worth_naming"]["opened"]
    assert told == {"kind": "wished", "program_ids": ["readysc-boeing"]}
    assert set(told["program_ids"]) <= set(answer["opened"])


def test_a_move_closes_what_was_around_them(client: TestClient) -> None:
    answer = tried(client, {"location": {"city": "Reno", "state": "NV"}})
    assert answer["worth_naming"]["closed"]["kind"] == "wished"
    assert set(answer["worth_naming"]["closed"]["program_ids"]) <= set(answer["closed"])


def test_what_changes_nothing_has_nothing_to_name(client: TestClient) -> None:
    answer = tried(client, {"age": 20})
    nothing = {"kind": "", "program_ids": []}
    assert answer["worth_naming"] == {"opened": nothing, "closed": nothing}
