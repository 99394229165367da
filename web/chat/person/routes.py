"""The page of a person to talk to. Nothing typed here is kept, sent on or logged."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from understanding.safety import danger_in
from web.chat import visitor
from web.chat.person.asked import Asked, asked_in
from web.chat.person.knowing import known_of
from web.chat.person.showing import page_shows, sheet_shows
from web.chat.services import Services, services_of
from web.chat.views import Page, render

TEMPLATES = {"ready": "person_sheet.html", "show": "person_show.html"}

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]


@router.get("/person")
def person(request: Request, services: Ready) -> Response:
    """Show whom to talk to, and what could be told them."""
    return _page(request, services, Asked())


@router.post("/person")
async def told(request: Request, services: Ready) -> Response:
    """Take the place, or make the sheet of what a person wants to tell."""
    visitor.refuse_foreign(request)
    asked = asked_in(await request.form())
    if danger_in(asked.words) is None:  # who is in danger is answered whatever the limits
        services.admission.look(request)
    return await run_in_threadpool(_page, request, services, asked)


def _page(request: Request, services: Services, asked: Asked) -> Response:
    language = visitor.language_of(request)
    known = known_of(services, visitor.session_of(request), language)
    shows = page_shows(services, known, asked)
    template = TEMPLATES.get(asked.does, "person_page.html")
    if asked.does in TEMPLATES:
        shows |= sheet_shows(shows["asked"], shows["person"], language)
    return render(request, Page(template, language, shows))
