"""Telling us that a record is wrong: a form on a page of its own, read by operators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from knowledge.advice import UnknownRecord
from matching.program import in_language
from web.chat import visitor
from web.chat.schemas import MAX_SENT, readable
from web.chat.services import Services, services_of
from web.chat.views import Page, render

LONGEST = 1_000  # characters
Ready = Annotated[Services, Depends(services_of)]

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Record:
    """What a report is about, as its address names it."""

    kind: Literal["programs", "ladders"]
    record_id: str


About = Annotated[Record, Depends()]


@router.get("/{kind}/{record_id}/mistake")
def ask(about: About, request: Request, services: Ready) -> Response:
    """Ask what is wrong with a program or a ladder."""
    return _shown(request, services, about, text="", wrong=None)


@router.post("/{kind}/{record_id}/mistake")
def take(
    about: About,
    request: Request,
    services: Ready,
    text: Annotated[str, Form(max_length=MAX_SENT)] = "",
) -> Response:
    """Keep what somebody wrote, or give it back with what to mend."""
    visitor.refuse_foreign(request)
    services.admission.turn(request)
    words = readable(text)
    wrong = "empty" if not words else "too_long" if len(words) > LONGEST else None
    if wrong:
        return _shown(request, services, about, text=words, wrong=wrong)
    language = visitor.language_of(request)
    _name_of(services, about, language)  # only what there is can be wrong
    services.reports.add(about.record_id, words, language)
    return _shown(request, services, about, text="", wrong=None, kept=True)


def _shown(request: Request, services: Services, about: Record, **more: Any) -> Response:
    language = visitor.language_of(request)
    shows = {
        "name": _name_of(services, about, language),
        "address": f"/{about.kind}/{about.record_id}",
        "longest": LONGEST,
        "kept": False,
        **more,
    }
    return render(request, Page("mistake.html", language, shows, 422 if more["wrong"] else 200))


def _name_of(services: Services, about: Record, language: str) -> str:
    """Return what a record is called. Raises `UnknownRecord`."""
    release = services.library.current()
    records: dict[str, Any] = {"programs": release.programs, "ladders": release.ladders}
    found = records[about.kind].get(about.record_id)
    if found is None:
        raise UnknownRecord(about.record_id)
    return in_language(found.name, language)
