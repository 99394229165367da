"""The web part over a fake bot: the port is the only thing that is not real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import conversations.setup
import knowledge.setup
import staff.setup
from conversations.ports import BotUnavailable
from conversations.reply import Reply
from matching.profile_json import json_of, profile_after, profile_from
from web.app import create_app
from web.settings import Settings
from web.shared.limits import Admission


class FakeRasa:
    """Answers every turn with the state it was sent, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.down = False
        self.effect: str | None = None

    def turn(self, text: str, state: dict[str, Any]) -> Reply:
        self.asked.append((text, state))
        if self.down:
            raise BotUnavailable("down")
        delta = (state.get("choice") or {}).get("delta") or {}
        profile = json_of(profile_after(profile_from(state["profile"]), delta))
        yes = {"code": "codes.verdict.likely"}
        return Reply.model_validate(
            {
                "messages": [{"type": "say", "code": "shared.failed"}],
                "quick_replies": [
                    {"label": yes, "choice": {"intent": "affirm", "delta": {"age": 33}}}
                ],
                "state": {"profile": profile, "language": state["language"] or "en"},
                "effect": self.effect,
                "intent": "inform",
                "action": "action_find_programs",
            }
        )

    def parse(self, text: str, state: dict[str, Any]) -> dict[str, Any]:
        if self.down:
            raise BotUnavailable("down")
        return {
            "intent": {"name": "inform", "confidence": 1.0},
            "intents": [{"name": "inform", "confidence": 1.0}],
            "language": "en",
            "profile": {},
            "ambiguous": [],
            "spans": [],
        }

    def ready(self) -> bool:
        return not self.down


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the shipped content published, shared by the tests of this folder."""
    home = tmp_path_factory.mktemp("home")
    knowledge.setup.prepare(home)
    conversations.setup.prepare(home)
    staff.setup.prepare(home)
    return home


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture(scope="session")
def app(published_home: Path) -> Iterator[FastAPI]:
    """One app for all the tests of this folder; what a test changes of it, `client` puts back."""
    settings = Settings(home=published_home, secret="x" * 32, messages_per_minute=10_000)
    app = create_app(settings)
    with TestClient(app):
        yield app


@pytest.fixture
def client(app: FastAPI, rasa: FakeRasa) -> TestClient:
    """The app as a new client meets it."""
    services = app.state.services
    services.talk.rasa = rasa
    services.admission = Admission(10_000)
    return TestClient(app, base_url="http://127.0.0.1:8000")
