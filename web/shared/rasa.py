"""The way to the bot over loopback HTTP: one deadline, one retry, never silence."""

from __future__ import annotations

import secrets
import time
from typing import Any

import httpx
from pydantic import ValidationError

from conversations.ports import BotUnavailable
from conversations.reply import Reply

CHANNEL = "/webhooks/pathways"
RETRIED = (httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError, httpx.WriteError)


class RasaOverHttp:
    """The bot's channel as the talk sees it."""

    def __init__(self, client: httpx.Client, deadline_s: float) -> None:
        self._client = client
        self._deadline_s = deadline_s

    def turn(self, text: str, state: dict[str, Any]) -> Reply:
        """Take one turn. An empty or misshapen answer counts as none."""
        answer = self._asked("turn", text, state)
        try:
            return Reply.model_validate(answer["reply"])
        except (KeyError, TypeError, ValidationError) as error:
            raise BotUnavailable("the bot answered in a shape nobody knows") from error

    def parse(self, text: str, state: dict[str, Any]) -> dict[str, Any]:
        """Return how the bot understands a message."""
        answer = self._asked("parse", text, state)
        if not isinstance(answer, dict):
            raise BotUnavailable("the bot answered in a shape nobody knows")
        return answer

    def ready(self) -> bool:
        """Tell whether the bot takes turns now."""
        try:
            return self._client.get(f"{CHANNEL}/ready", timeout=1.0).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    def _asked(self, what: str, text: str, state: dict[str, Any]) -> Any:
        body = {"sender": secrets.token_hex(8), "text": text, "state": state}
        until = time.monotonic() + self._deadline_s
        try:
            response = self._posted(what, body, until)
            response.raise_for_status()
            return response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise BotUnavailable(type(error).__name__) from error

    def _posted(self, what: str, body: dict[str, Any], until: float) -> httpx.Response:
        try:
            return self._post(what, body, until)
        except RETRIED:  # it restarts, or an idle connection had closed: once more, in time
            return self._post(what, body, until)

    def _post(self, what: str, body: dict[str, Any], until: float) -> httpx.Response:
        left = max(0.05, until - time.monotonic())
        return self._client.post(f"{CHANNEL}/{what}", json=body, timeout=left)


def client_for(url: str, secret: str) -> httpx.Client:
    """Open the connection pool to the bot."""
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=32, keepalive_expiry=20)
    headers = {"X-Pathways-Secret": secret}
    return httpx.Client(base_url=url, headers=headers, limits=limits, trust_env=False)
