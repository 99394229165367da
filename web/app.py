"""Puts the web part together. Nothing is opened at import; everything is closed at the end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.gzip import GZipMiddleware

from conversations.database import engine_for, sessions_of
from conversations.ledger import Ledger
from conversations.said import UnknownChoice, UnknownMessage, UnknownSession
from conversations.talk import Talk
from knowledge.advice import UnknownRecord
from knowledge.reader import CatalogUnavailable, Library
from matching.profile_json import ProfileProblem
from places.gazetteer import Gazetteer
from web import health
from web.chat import api, failures, page, views
from web.chat.services import Services
from web.settings import Settings
from web.shared import problems
from web.shared.problems import Problem, problem_response
from web.shared.rasa import RasaOverHttp, client_for
from web.shared.security import BodyLimit, SafeHeaders

log = logging.getLogger("pathways.web")
DAY_S = 24 * 3600

REFUSALS: dict[type[Exception], Problem] = {
    UnknownSession: Problem(404, "No talk has this session. Leave it out to begin one."),
    UnknownChoice: Problem(404, "This talk offered no such choice."),
    UnknownMessage: Problem(404, "This talk holds no message of that id."),
    UnknownRecord: Problem(404, "The release holds no record of that id."),
    CatalogUnavailable: Problem(503, "The programs are not loaded yet.").retry_after(5),
}


def create_app(settings: Settings) -> FastAPI:
    """Build the app from its settings."""

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with contextlib.ExitStack() as closing:
            _open(app, settings, closing)
            sweeping = asyncio.create_task(_sweep(app, settings))
            yield
            sweeping.cancel()

    app = FastAPI(
        title="Pathways",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    problems.install(app)
    _install_refusals(app)
    failures.install(app)
    app.include_router(health.router)
    app.include_router(api.router)
    app.include_router(page.router)
    views.mount_static(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(BodyLimit)
    app.add_middleware(SafeHeaders)
    return app


def _open(app: FastAPI, settings: Settings, closing: contextlib.ExitStack) -> None:
    secret = settings.secret.get_secret_value()
    bot = closing.enter_context(client_for(settings.bot_url, secret))
    actions = closing.enter_context(client_for(settings.actions_url, secret))
    engine = engine_for(settings.home, settings.conversations_url)
    closing.callback(engine.dispose)
    library = Library(settings.home)
    talk = Talk(Ledger(sessions_of(engine)), library, RasaOverHttp(bot, settings.deadline_s))
    app.state.settings = settings
    app.state.services = Services(talk, library, Gazetteer.open(), settings.messages_per_minute)
    app.state.parts = health.Parts(settings.home, talk.rasa, actions, library, engine)


async def _sweep(app: FastAPI, settings: Settings) -> None:
    """Delete talks past their retention, at start and once a day."""
    while True:
        try:
            ledger: Ledger = app.state.services.talk.ledger
            gone = await run_in_threadpool(ledger.forget_unused, settings.retention_days)
            log.info("deleted %d talks past their retention", gone)
        except SQLAlchemyError as error:
            log.warning("could not sweep old talks: %s", type(error).__name__)
        await asyncio.sleep(DAY_S)


def _install_refusals(app: FastAPI) -> None:
    async def refused(_: Request, error: Exception) -> JSONResponse:
        return problem_response(REFUSALS[type(error)])

    async def misprofiled(_: Request, error: Exception) -> JSONResponse:
        return problem_response(Problem(422, str(error)))

    async def database_down(_: Request, error: Exception) -> JSONResponse:
        log.error("the conversations database failed: %s", type(error).__name__)
        return problem_response(Problem(503, "Talks cannot be kept just now.").retry_after(5))

    for kind in REFUSALS:
        app.add_exception_handler(kind, refused)
    app.add_exception_handler(ProfileProblem, misprofiled)
    app.add_exception_handler(SQLAlchemyError, database_down)
