"""A profile that cannot be is refused by the name of its field, in the language of the request."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import FakeRasa

IMPOSSIBLE = [
    pytest.param({"age": 999}, "age", id="age 999"),
    pytest.param({"education": {"grade": 14}}, "education.grade", id="grade 14"),
    pytest.param({"location": {"zip": "00000"}}, "location.zip", id="ZIP 00000"),
    pytest.param(
        {"location": {"city": "Milwaukee", "state": "WI", "zip": "90210"}},
        "location.zip",
        id="a city and a ZIP code that disagree",
    ),
    pytest.param({"gpa": 9}, "gpa", id="a grade average of 9"),
    pytest.param({"household_size": 0}, "household_size", id="nobody at home"),
]
SAYS = {"en": "use", "es": "usa"}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("profile", "field"), IMPOSSIBLE)
def test_match_names_the_field(
    client: TestClient, profile: dict[str, Any], field: str, language: str
) -> None:
    body = {"profile": profile, "language": language}
    response = client.post("/api/v1/match", json=body)
    problem = response.json()
    assert response.status_code == 422
    assert problem["detail"].startswith(f"{field}: ")
    assert f" {SAYS[language]} " in problem["detail"]
    assert [error["pointer"] for error in problem["errors"]] == [field]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("change", "field"), IMPOSSIBLE)
def test_what_if_names_the_field(
    client: TestClient, change: dict[str, Any], field: str, language: str
) -> None:
    body = {"profile": {"age": 19}, "change": change, "language": language}
    detail = client.post("/api/v1/what-if", json=body).json()["detail"]
    assert detail.startswith(f"{field}: ") and f" {SAYS[language]} " in detail


@pytest.mark.parametrize(("delta", "field"), IMPOSSIBLE)
def test_an_edit_names_the_field_and_leaves_the_talk_as_it_was(
    client: TestClient, rasa: FakeRasa, delta: dict[str, Any], field: str
) -> None:
    session = client.post("/api/v1/chat", json={"message": "hello"}).json()["session"]
    before = client.get(f"/api/v1/chat/{session}").json()["profile"]
    turns = len(rasa.asked)
    response = client.patch(f"/api/v1/chat/{session}/profile", json=delta)
    assert response.status_code == 422
    assert response.json()["detail"].startswith(f"{field}: ")
    assert client.get(f"/api/v1/chat/{session}").json()["profile"] == before
    assert len(rasa.asked) == turns
