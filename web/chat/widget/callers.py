"""Lets scripts of the sites an operator named call the API from their own pages; no other."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.chat.widget.embedding import sites_of

API = "/api/v1/"
METHODS = "GET, POST, PATCH, DELETE"
ASK_AGAIN_S = 600


class SiteCallers:
    """Answers a browser's question before such a call, and marks the answers as readable.

    No cookie and no other credential goes with it: a talk is known by its session alone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        origin = Headers(scope=scope).get("origin") if scope["type"] == "http" else None
        if origin is None or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return
        allowed = sites_of(Request(scope)).may_call(origin)
        if allowed and _asks_before(scope):
            await _answer(origin)(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin")
                if allowed:
                    headers["Access-Control-Allow-Origin"] = origin
                    headers["Access-Control-Expose-Headers"] = "Retry-After"
            await send(message)

        await self._app(scope, receive, sending)


def _asks_before(scope: Scope) -> bool:
    asked = Headers(scope=scope).get("access-control-request-method")
    return scope["method"] == "OPTIONS" and asked is not None


def _answer(origin: str) -> Response:
    headers = {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": str(ASK_AGAIN_S),
        "Vary": "Origin",
    }
    return Response(status_code=204, headers=headers)
