"""Lets in only who asks this machine by its own name, with nobody in between."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# Another site can have its own name point to 127.0.0.1 and so make a browser ask us; it cannot
# make the browser say that it asks for localhost.
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
PASSED_ON = frozenset({b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"})
REFUSED = "This is served to this machine alone: http://127.0.0.1, without a proxy.\n"


class Guard:
    """Refuses what came through a proxy or was asked for by another name."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_direct(scope):
            await PlainTextResponse(REFUSED, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_direct(scope: Scope) -> bool:
    headers = dict(scope["headers"])
    name, colon, port = headers.get(b"host", b"").decode("latin-1").rpartition(":")
    host = name if colon and port.isdigit() else f"{name}{colon}{port}"
    return host.lower() in NAMES and PASSED_ON.isdisjoint(headers)
