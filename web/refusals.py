"""Which of the lower rooms' exceptions is which refusal to a client."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from conversations.plans import PlanKeepsChanging, UnknownPlan
from conversations.reports import TooManyReports
from conversations.said import NotTheLast, UnknownChoice, UnknownMessage, UnknownSession
from knowledge.advice import UnknownRecord
from knowledge.reader import CatalogUnavailable
from knowledge.whereabouts import told
from matching.profile_json import ProfileProblem
from web.chat.visitor import language_of
from web.shared.problems import Problem, problem_response

log = logging.getLogger("pathways.web")

REFUSALS: dict[type[Exception], Problem] = {
    UnknownSession: Problem(404, "No talk has this session. Leave it out to begin one."),
    UnknownChoice: Problem(404, "This talk offered no such choice."),
    UnknownMessage: Problem(404, "This talk holds no message of that id."),
    NotTheLast: Problem(409, "Only the last message of a talk can be taken back."),
    UnknownPlan: Problem(404, "No plan opens with this code."),
    PlanKeepsChanging: Problem(503, "This plan is being changed elsewhere.").retry_after(1),
    TooManyReports: Problem(503, "Too many reports wait to be read. Try again another day."),
    UnknownRecord: Problem(404, "The release holds no record of that id."),
    CatalogUnavailable: Problem(503, "The programs are not loaded yet.").retry_after(5),
}


def install(app: FastAPI) -> None:
    """Make each of them a problem document."""
    for kind in REFUSALS:
        app.add_exception_handler(kind, _refused)
    app.add_exception_handler(ProfileProblem, _misprofiled)
    app.add_exception_handler(SQLAlchemyError, _database_down)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    return problem_response(REFUSALS[type(error)])


async def _misprofiled(request: Request, error: Exception) -> JSONResponse:
    """Name the field in the language of the request, else in the one the client wishes for."""
    assert isinstance(error, ProfileProblem)
    asked = getattr(request.state, "language", None) or language_of(request)
    detail = told(error, asked)
    errors = [{"pointer": error.path, "detail": detail}]
    return problem_response(Problem(422, detail, errors=errors))


async def _database_down(_: Request, error: Exception) -> JSONResponse:
    log.error("the conversations database failed: %s", type(error).__name__)
    return problem_response(Problem(503, "Talks cannot be kept just now.").retry_after(5))
