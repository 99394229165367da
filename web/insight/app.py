"""Puts the operators' app together. It keeps nothing, changes nothing and sets no cookie."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI

from web.insight import page
from web.insight.guard import Guard
from web.insight.sources import Sources
from web.shared import problems
from web.shared.problems import OUR_FAULT, problem_response
from web.shared.security import FaultsAnswered, SafeHeaders
from web.shared.statics import mount_static


def create_operators_app(sources: Callable[[], Sources | None]) -> FastAPI:
    """Build the app; `sources` returns None until there is something to show."""
    app = FastAPI(title="Pathways operators", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.sources = sources
    problems.install(app)
    app.include_router(page.router)
    mount_static(app)
    app.add_middleware(FaultsAnswered, answer=lambda _: problem_response(OUR_FAULT))
    app.add_middleware(Guard)
    app.add_middleware(SafeHeaders)
    return app
