"""Puts the web part together. Nothing is opened at import; everything is closed at the end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from functools import partial

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware.gzip import GZipMiddleware

from conversations.clock import clock_on
from conversations.counts import Counts
from conversations.database import engine_for, sessions_of
from conversations.ledger import Ledger
from conversations.plans import Plans
from conversations.reports import Reports
from conversations.talk import Talk
from conversations.tally import Tally
from knowledge.drafts import Desk
from knowledge.reader import Library
from places.gazetteer import Gazetteer
from web import counting, health, refusals, staff_rooms
from web.chat import failures, rooms
from web.chat.services import Services
from web.chat.widget import routes as widget
from web.chat.widget.callers import SiteCallers
from web.console.services import Console
from web.insight.app import create_operators_app
from web.insight.metrics import Meter, Metered, Totals
from web.insight.sources import Sources
from web.settings import Settings
from web.shared import problems
from web.shared.limits import Admission
from web.shared.rasa import RasaOverHttp, client_for
from web.shared.security import LARGER, BodyLimit, FaultsAnswered, SafeHeaders
from web.shared.statics import mount_static

log = logging.getLogger("pathways.web")
MINUTE_S, DAY_S = 60, 24 * 3600


def create_app(settings: Settings) -> FastAPI:
    """Build the app from its settings."""

    app = FastAPI(
        title="Pathways",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=partial(_lifespan, settings),
    )
    problems.install(app)
    refusals.install(app)
    failures.install(app)
    staff_rooms.install(app)
    for room in (health, *rooms.ROOMS):
        app.include_router(room.router)
    widget.install(app, settings.home)
    mount_static(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(BodyLimit, larger=LARGER)
    app.add_middleware(FaultsAnswered, answer=failures.fault)
    app.add_middleware(SiteCallers)
    app.add_middleware(SafeHeaders)
    app.state.meter = Meter()
    app.add_middleware(Metered, meter=app.state.meter)
    return app


def operators_app_of(app: FastAPI) -> FastAPI:
    """Build the operators' app beside a public one, for a port of loopback alone."""
    return create_operators_app(lambda: getattr(app.state, "sources", None))


@contextlib.asynccontextmanager
async def _lifespan(settings: Settings, app: FastAPI) -> AsyncIterator[None]:
    with contextlib.ExitStack() as closing:
        _open(app, settings, closing)
        sweeping = asyncio.create_task(_sweep(app, settings))
        async with counting.written_down(app.state.services.talk.tally, app.state.sources.counts):
            yield
        sweeping.cancel()


def _open(app: FastAPI, settings: Settings, closing: contextlib.ExitStack) -> None:
    secret = settings.secret.get_secret_value()
    bot = closing.enter_context(client_for(settings.bot_url, secret))
    actions = closing.enter_context(client_for(settings.actions_url, secret))
    engine = engine_for(settings.home, settings.conversations_url)
    closing.callback(engine.dispose)
    library, clock = Library(settings.home), clock_on(settings.today)
    rasa = RasaOverHttp(bot, settings.deadline_s)
    talk = Talk(Ledger(sessions_of(engine)), library, rasa, clock, Tally(clock))
    app.state.settings = settings
    app.state.services = Services(
        talk,
        library,
        Gazetteer.open(),
        Admission(settings.messages_per_minute),
        Plans(sessions_of(engine), clock),
        Reports(sessions_of(engine), clock),
        clock,
    )
    app.state.doors = staff_rooms.opened(settings, closing)
    app.state.console = _console(settings, app.state.services)
    app.state.parts = health.Parts(settings.home, talk.rasa, actions, library, engine)
    totals = Totals(talk.tally, app.state.parts.states)
    app.state.sources = Sources(Counts(engine), clock, talk.job_titles, app.state.meter, totals)


def _console(settings: Settings, services: Services) -> Console:
    library = services.library
    desk = Desk(settings.home, library, services.gazetteer)
    return Console(
        library, desk, services.reports, services.clock, settings.home, settings.second_person
    )


async def _sweep(app: FastAPI, settings: Settings) -> None:
    """Delete talks and plans past their retention, at start and once a day."""
    while True:
        try:
            services: Services = app.state.services
            for name, kept in (("talks", services.talk.ledger), ("plans", services.plans)):
                gone = await run_in_threadpool(kept.forget_unused, settings.retention_days)
                log.info("deleted %d %s past their retention", gone, name)
            await run_in_threadpool(services.reports.forget_old)
            await run_in_threadpool(counting.forget_old, app.state.sources)
            await run_in_threadpool(app.state.doors.entrance.sweep)
        except SQLAlchemyError as error:  # at a first start the tables are still being made
            log.info("old talks are swept later: %s", type(error).__name__)
            await asyncio.sleep(MINUTE_S)
            continue
        await asyncio.sleep(DAY_S)
