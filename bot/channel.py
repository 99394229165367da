"""The one door of the bot: a turn, a parse, and whether it is ready. Keeps and logs no text."""

from __future__ import annotations

import hmac
import json
import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.engine.exceptions import GraphComponentException, GraphRunError
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.turn_state import MalformedTurn, TurnAsked, inert, turn_asked

LONGEST_BODY = 100_000  # bytes
logger = logging.getLogger(__name__)

Answer = Callable[[UserMessage], Awaitable[Any]]


class PathwaysInput(InputChannel):
    """Takes turns from our own edge, which shares a secret with us."""

    def __init__(self, secret: str, model: str) -> None:
        self._secret = secret.encode()
        self._model = model

    @classmethod
    def name(cls) -> str:
        return "pathways"

    def blueprint(self, on_new_message: Answer) -> Blueprint:
        """Mount the routes. Rasa adds the prefix `/webhooks/pathways`."""
        routes = Blueprint("pathways", __name__)
        routes.add_route(self._guarded(self._turn), "/turn", methods=["POST"])
        routes.add_route(self._guarded(self._parse), "/parse", methods=["POST"])
        routes.add_route(self._guarded(self._ready), "/ready", methods=["GET"])
        return routes

    def _guarded(self, route: Callable[[Request], Awaitable[HTTPResponse]]) -> Any:
        async def guarded(request: Request) -> HTTPResponse:
            # Bytes that are no text come as surrogates, which plain UTF-8 would stumble over.
            sent = request.headers.get("X-Pathways-Secret", "").encode(errors="surrogatepass")
            if not hmac.compare_digest(sent, self._secret):
                return problem(401, "the shared secret is missing or wrong")
            try:
                return await route(request)
            except MalformedTurn as error:
                return problem(400, str(error))
            except (RasaException, GraphComponentException, GraphRunError) as error:
                logger.error("a turn failed: %s", _place_of(error))
                return problem(502, "the assistant could not work on this turn")

        guarded.__name__ = route.__name__
        return guarded

    async def _turn(self, request: Request) -> HTTPResponse:
        collector = CollectingOutputChannel()
        asked = turn_in(request)
        await _agent(request).handle_message(_message(asked, collector))
        replies = [said["custom"] for said in collector.messages if said.get("custom")]
        if len(replies) != 1:
            return problem(502, "the actions gave no answer")
        return response.json({"reply": replies[0]})

    async def _parse(self, request: Request) -> HTTPResponse:
        processor = _agent(request).processor
        parsed = await processor.parse_message(_message(turn_in(request)))
        return response.json(understood(parsed["reading"]))

    async def _ready(self, request: Request) -> HTTPResponse:
        if not _agent(request).is_ready():
            return problem(503, "no model is loaded")
        return response.json({"ready": True, "model": self._model})


def turn_in(request: Request) -> TurnAsked:
    """Read a request's turn. Raises `MalformedTurn`."""
    try:
        return turn_asked(json.loads(request.body))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedTurn("the body is not JSON") from error


def understood(reading: dict[str, Any]) -> dict[str, Any]:
    """Say how a message was read, in the contract's words."""
    return {
        "intent": reading["intents"][0],
        "intents": reading["intents"],
        "language": reading["language"],
        "profile": reading["delta"],
        "ambiguous": reading["ambiguous"],
        "spans": reading["spans"],
    }


def problem(status: int, what: str) -> HTTPResponse:
    return response.json({"problem": what}, status=status)


async def refused(_: Request, error: SanicException) -> HTTPResponse:
    """Answer what Sanic itself turns away: no such route, too large, too slow."""
    return problem(error.status_code or 500, type(error).__name__)


def _place_of(error: BaseException) -> str:
    """Say where it went wrong without the message, which may quote what a person typed."""
    cause = error.__cause__ or error
    lines = "".join(traceback.format_tb(cause.__traceback__))
    return f"{type(cause).__name__}\n{lines}"


def _agent(request: Request) -> Agent:
    return request.app.ctx.agent


def _message(asked: TurnAsked, collector: CollectingOutputChannel | None = None) -> UserMessage:
    message = UserMessage(
        "", collector, asked.sender, input_channel="pathways", metadata={"state": asked.state}
    )
    message.text = inert(asked.text)  # set afterwards: the constructor would strip it
    return message
