"""Pages of their own for a ladder, a program and privacy: no talk is needed to read them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from web.chat import visitor
from web.chat.asides import release_of
from web.chat.services import Services, services_of
from web.chat.views import Page, render

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]


@router.get("/ladders/{ladder_id}")
def ladder(ladder_id: str, request: Request, services: Ready, state: str | None = None) -> Response:
    """Show a ladder, as a page or as a part of one."""
    language = visitor.language_of(request)
    card = services.advice(language).ladder(ladder_id, state)
    template = "ladder_part.html" if visitor.wants_fragment(request) else "ladder_page.html"
    return render(request, Page(template, language, {"one": card}))


@router.get("/programs/{program_id}")
def program(program_id: str, request: Request, services: Ready) -> Response:
    """Show everything known of a program."""
    language = visitor.language_of(request)
    record = services.advice(language).program(program_id)
    shows = {"one": record, "release": release_of(services), "home_state": None}
    return render(request, Page("program_page.html", language, shows))


@router.get("/privacy")
def privacy(request: Request) -> Response:
    """Say what is kept, for how long, and how to delete it."""
    days = request.app.state.settings.retention_days
    return render(request, Page("privacy.html", visitor.language_of(request), {"days": days}))
