"""What a person sees where a program sees problem details: a page that says what to do now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import Response

from web.chat import visitor
from web.chat.views import Page, render
from web.shared.problems import OUR_FAULT, problem_response

API = "/api/"
SAID = {403: "foreign", 404: "nothing_here", 405: "nothing_here", 413: "too_long", 429: "too_many"}
ON_OUR_SIDE = {500: "our_fault", 503: "starting"}
Handler = Callable[[Request, Any], Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Let every refusal that a person meets be a page. Call it after the handlers for programs."""
    for kind, handler in list(app.exception_handlers.items()):
        app.add_exception_handler(kind, _for_people(handler))  # type: ignore[arg-type]


def _for_people(handler: Handler) -> Handler:
    async def told(request: Request, error: Exception) -> Response:
        problem = await handler(request, error)
        return _page(request, problem) if is_person(request) else problem

    return told


def fault(request: Request) -> Response:
    """Answer a fault of ours, as a page to people and as problem details to programs."""
    problem = problem_response(OUR_FAULT)
    return _page(request, problem) if is_person(request) else problem


def is_person(request: Request) -> bool:
    """Tell a browser that shows pages from a program that reads JSON."""
    path_is_api = request.url.path.startswith(API)
    return not path_is_api and "text/html" in request.headers.get("accept", "")


def _page(request: Request, problem: Response) -> Response:
    status = problem.status_code
    known = {**SAID, **ON_OUR_SIDE}
    code = known.get(status, "our_fault" if status >= 500 else "not_understood")
    page = Page("problem.html", visitor.language_of(request), {"code": code}, status)
    response = render(request, page)
    if "retry-after" in problem.headers:
        response.headers["Retry-After"] = problem.headers["retry-after"]
    return response
