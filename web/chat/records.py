"""Pages of their own for a ladder and a way on it, a program, privacy: they need no talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from matching.lattice import rung_id
from web.chat import visitor
from web.chat.asides import release_of
from web.chat.schemas import LONGEST_NAME
from web.chat.services import Services, services_of
from web.chat.views import Page, render

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]


@dataclass(frozen=True)
class LadderAsked:
    """What of a ladder is asked for: `to` is a rung, `start` what a way to it begins with."""

    state: str | None = None
    to: Annotated[int | None, Query(ge=0, le=99)] = None
    start: Annotated[str | None, Query(alias="from", max_length=LONGEST_NAME)] = None


@router.get("/ladders/{ladder_id}")
def ladder(
    ladder_id: str, request: Request, services: Ready, asked: Annotated[LadderAsked, Depends()]
) -> Response:
    """Show a ladder, as a page or as a part of one; with the way to one of its rungs."""
    language = visitor.language_of(request)
    advice = services.advice(language)
    card = advice.ladder(ladder_id, asked.state)
    if asked.to is not None:
        services.admission.look(request)
        goal = rung_id(ladder_id, asked.to)
        card = {**card, "way": advice.way(asked.start, goal, asked.state)["way"]}
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
