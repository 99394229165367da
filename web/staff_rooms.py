"""Puts the rooms of staff together: the door and the console."""

from __future__ import annotations

import contextlib

from fastapi import FastAPI, Request
from starlette.responses import Response

from databases.private import engine_at, sessions_of
from staff.accounts import Accounts
from staff.entrance import Entrance, Limits
from staff.problems import AccountRefused, UnknownAccount
from staff.setup import url_for
from web.console import accounts, drafts, home, programs, records, worklists
from web.settings import Settings
from web.shared.signing_in import guards, provider_routes, routes
from web.shared.signing_in.doors import Doors
from web.shared.signing_in.provider import Client, Provider
from web.shared.staff_frame import StaffPage, render


def install(app: FastAPI) -> None:
    """Add the pages of staff."""
    guards.install(app)
    app.include_router(routes.router)
    app.include_router(provider_routes.router)
    app.add_exception_handler(AccountRefused, accounts.refused)
    app.add_exception_handler(UnknownAccount, _nobody)
    for room in (home, records, drafts, programs, worklists, accounts):
        app.include_router(room.router)
    app.include_router(drafts.publishing_router)


def _nobody(request: Request, _: Exception) -> Response:
    return render(request, StaffPage("no_account.html", {}, 404))


def opened(settings: Settings, closing: contextlib.ExitStack) -> Doors:
    """Open the staff database; nothing is connected until somebody comes."""
    engine = engine_at(url_for(settings.home, settings.staff_url))
    closing.callback(engine.dispose)
    database = sessions_of(engine)
    limits = Limits(idle=settings.staff_idle)
    return Doors(Accounts(database), Entrance(database, limits=limits), _provider(settings))


def _provider(settings: Settings) -> Provider | None:
    if not settings.oidc_issuer:
        return None
    client = Client(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret.get_secret_value(),
    )
    return Provider(client, settings.secret.get_secret_value())
