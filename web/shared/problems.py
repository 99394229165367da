"""Problem details (RFC 9457): what went wrong, in words that say what to mend."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The request could not be read",
    404: "Nothing is here",
    405: "This address does not take that method",
    409: "The talk has moved on",
    413: "The message is too long",
    415: "Send JSON",
    422: "The request has the wrong shape",
    429: "Too many messages at once",
    500: "Something went wrong here",
    503: "A part is not up yet",
}


class Problem(Exception):
    """A refusal with a reason a client can act on."""

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.more = more
        self.headers: dict[str, str] = {}

    def retry_after(self, seconds: int) -> Problem:
        """Add the header that tells a client when to come back."""
        self.headers["Retry-After"] = str(seconds)
        return self


OUR_FAULT = Problem(500, "It is our fault, and it is noted. Please try again.")


def problem_response(problem: Problem) -> JSONResponse:
    """Render a problem as its JSON."""
    body = {
        "type": "about:blank",
        "title": TITLES.get(problem.status, "The request was refused"),
        "status": problem.status,
        "detail": problem.detail,
        **problem.more,
    }
    return JSONResponse(body, problem.status, problem.headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make every error of this app a problem document."""
    app.add_exception_handler(Problem, _refused)
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _http)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_response(error)


async def _misshapen(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [_in_words(detail) for detail in error.errors()]
    if any(detail["type"] == "json_invalid" for detail in error.errors()):
        return problem_response(Problem(400, "The body is not JSON. Send an object in UTF-8."))
    return problem_response(Problem(422, "; ".join(e["detail"] for e in errors), errors=errors))


def _in_words(detail: dict[str, Any]) -> dict[str, str]:
    where = ".".join(str(part) for part in detail["loc"] if part != "body") or "body"
    return {"pointer": where, "detail": f"{where}: {detail['msg']}"}


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem_response(Problem(error.status_code, str(error.detail)))
