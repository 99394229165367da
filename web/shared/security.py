"""Headers that keep a page to itself, and limits on what anyone may send."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.shared.problems import Problem, problem_response

log = logging.getLogger("pathways.web")
MAX_BODY = 64 * 1024  # bytes; far above any message or profile, far below any harm
LARGER = {"/console/edit/": 256 * 1024}  # a record in two languages, as a form sends it

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), interest-cohort=()"),
)


class SafeHeaders:
    """Adds the headers to every answer; private ones are never cached."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                given += [pair for pair in HEADERS if pair[0] not in names]
                if b"cache-control" not in names:
                    given.append((b"cache-control", b"no-store"))
                message["headers"] = given
            await send(message)

        await self._app(scope, receive, sending)


class BodyLimit:
    """Refuses a body past the limit, whether its length is told or not, before it is held."""

    def __init__(
        self, app: ASGIApp, limit: int = MAX_BODY, larger: Mapping[str, int] | None = None
    ) -> None:
        self._app = app
        self._limit = limit
        self._larger = larger or {}  # bytes, by how an address begins

    def _limit_at(self, path: str) -> int:
        fitting = (size for start, size in self._larger.items() if path.startswith(start))
        return max(fitting, default=self._limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_at(scope["path"])
        too_long = Problem(413, f"Send at most {limit // 1024} kB at once.")
        if _told_length(scope) > limit:
            await problem_response(too_long)(scope, receive, send)
            return
        counted = _Counted(receive, limit)
        try:
            await self._app(scope, counted, _unless(counted, send))
        except ClientDisconnect:
            if not counted.too_long:
                raise
        if counted.too_long:
            await problem_response(too_long)(scope, receive, send)


class _Counted:
    """Receives a body as long as it is within the limit; past it, the sender seems to hang up."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit
        self.too_long = False

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.too_long = True
            return {"type": "http.disconnect"}
        return message


def _unless(counted: _Counted, send: Send) -> Send:
    """Hold back what the app makes of a body that was cut off."""

    async def sending(message: Message) -> None:
        if not counted.too_long:
            await send(message)

    return sending


class FaultsAnswered:
    """Answers a fault of ours with a problem document, inside the headers, and logs no words."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001 - the last net: nothing may leave without headers
            log.error("unexpected %s at %s", type(error).__name__, _place_of(error))
            await self._answer(Request(scope))(scope, receive, send)


def _place_of(error: Exception) -> str:
    """Name the last lines passed; the message may quote what a person typed."""
    steps = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{step.name}:{step.lineno}" for step in reversed(steps))


def _told_length(scope: Scope) -> int:
    told = dict(scope["headers"]).get(b"content-length", b"0")
    return int(told) if told.isdigit() else 0
