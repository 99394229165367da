"""Liveness, and readiness of each part by name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

import locales
from conversations.ports import Rasa
from knowledge.reader import CatalogUnavailable, Library

UP = "up"
router = APIRouter(prefix="/api/v1", tags=["health"])


@dataclass(frozen=True)
class Parts:
    """The parts a conversation needs, and how to ask each."""

    home: Path
    rasa: Rasa
    actions: httpx.Client
    library: Library
    engine: Engine

    def states(self) -> dict[str, str]:
        """Tell each part's state: `up`, or what it is doing instead."""
        told = self._told_by_supervisor()
        found = {
            "web": True,
            "knowledge": self._knowledge_up(),
            "conversations": self._conversations_up(),
            "actions": self._actions_up(),
            "bot": self.rasa.ready(),
        }
        return {name: UP if up else _not_up(told.get(name)) for name, up in found.items()}

    def _told_by_supervisor(self) -> dict[str, str]:
        try:
            status = json.loads((self.home / "run" / "status.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        parts = status.get("parts") if isinstance(status, dict) else None
        return {str(k): str(v) for k, v in parts.items()} if isinstance(parts, dict) else {}

    def _knowledge_up(self) -> bool:
        try:
            self.library.current().names.find(
                "", locales.DEFAULT
            )  # the first message need not wait
        except CatalogUnavailable:
            return False
        return True

    def _conversations_up(self) -> bool:
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1 FROM sessions LIMIT 1"))
        except SQLAlchemyError:
            return False
        return True

    def _actions_up(self) -> bool:
        try:
            return self.actions.get("/health", timeout=1.0).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False


def _not_up(told: str | None) -> str:
    return told if told and told != UP else "starting"


@router.get("/health")
def health() -> dict[str, str]:
    """Answer while the web part lives."""
    return {"status": "ok"}


@router.get("/ready")
def ready(request: Request) -> JSONResponse:
    """Answer 200 when every part is up, else 503 naming the parts that are not."""
    states = request.app.state.parts.states()
    waiting = [name for name, state in states.items() if state != UP]
    body: dict[str, Any] = {"ready": not waiting, "parts": states}
    if waiting:
        body["detail"] = "Not up yet: " + ", ".join(f"{n} ({states[n]})" for n in waiting)
    return JSONResponse(body, 503 if waiting else 200)
