"""The public page: rendered here, with and without JavaScript, from the same talk as the API."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from conversations.facts import visit
from conversations.said import UnknownChoice, UnknownSession
from web.chat import submitting, visitor
from web.chat.asides import asides_of, exchanges_of
from web.chat.browse import person
from web.chat.plans import holding
from web.chat.services import Services, services_of
from web.chat.submitting import Submitted
from web.chat.views import Page, entry_of, render

SHOWN = 12  # exchanges of a long talk on the page at first; a link shows the rest
TOLD = ("forgotten", "undone")  # what a page reached by a form says first

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]
Json = dict[str, Any]


@dataclass(frozen=True)
class Answered:
    """What came of a form: the answer, and the words the person sees as theirs."""

    answer: Json
    words: str

    @property
    def kept(self) -> bool:
        """A page loaded anew shows it. One that was too long or not answered, it would not."""
        return not (self.answer.get("unkept") or self.answer.get("unavailable"))


@router.get("/", response_class=HTMLResponse)
def home(request: Request, services: Ready) -> Response:
    """Show the talk so far, or the welcome."""
    language = visitor.language_of(request)
    secret = visitor.session_of(request)
    if visitor.comes_from_outside(request):
        services.talk.tally.add([visit(returning=secret is not None)])
    entries = exchanges_of(services, secret)
    shown = entries if "whole" in request.query_params else entries[-SHOWN:]
    shows = {
        "entries": shown,
        "earlier": len(entries) - len(shown),
        "told": next((one for one in TOLD if one in request.query_params), None),
        "talk_key": visitor.key_for(request, secret) if entries else "",
        **asides_of(services, secret, language),
    }
    return render(request, Page("talk.html", language, shows))


@router.post("/", response_class=HTMLResponse)
async def said(request: Request, services: Ready) -> Response:
    """Take a message, a choice or a button of the page; answer with a fragment or a redirect."""
    visitor.refuse_foreign(request)
    form = await request.form()
    visitor.take_key(request, form)
    sent = Submitted(form, visitor.session_of(request), visitor.language_of(request))
    return await run_in_threadpool(_said, request, services, sent)


def _said(request: Request, services: Services, sent: Submitted) -> Response:
    room = services.admission.has_room(request)
    if not room and not submitting.speaks_of_danger(sent):
        raise services.admission.refusal(request)
    sent = replace(sent, keep=room)
    saved_before = holding.saved_before(services, request)
    try:
        outcome = _answered(services, sent)
    except UnknownSession:  # deleted in another tab, or long unused: begin anew
        outcome = _answered(services, replace(sent, session=None))
    except UnknownChoice:  # a button of an old page: the talk as it stands has the present ones
        outcome = None
    if outcome is None:
        return RedirectResponse(visitor.latest_of(request), 303)
    holding.follow(services, request, saved_before, outcome.answer)
    return _shown(request, services, sent, outcome)


def _answered(services: Services, sent: Submitted) -> Answered | None:
    pair = submitting.answered(services, sent)
    return Answered(*pair) if pair else None


def _shown(  # the four things a shown answer is made of
    request: Request, services: Services, sent: Submitted, outcome: Answered
) -> Response:
    language = _language_after(sent, outcome)
    in_place = visitor.wants_fragment(request)
    response: Response = RedirectResponse(visitor.latest_of(request), 303)
    if in_place or not outcome.kept:
        shows = _shows(services, sent, outcome) | {"in_place": in_place}
        shows["talk_key"] = visitor.key_for(request, outcome.answer.get("session"))
        template = "fragment.html" if in_place else "refusal.html"
        response = render(request, Page(template, language, shows))
    if outcome.answer.get("session"):
        visitor.keep_session(request, response, outcome.answer["session"])
    visitor.keep_language(request, response, language)
    return response


def _language_after(sent: Submitted, outcome: Answered) -> str:
    """Follow the language somebody writes in; a button pressed says nothing about it."""
    return str(outcome.answer["language"]) if sent.text and outcome.kept else sent.language


def _shows(services: Services, sent: Submitted, outcome: Answered) -> Json:
    answer, language = outcome.answer, _language_after(sent, outcome)
    unkept = bool(answer.get("unkept"))
    entry = entry_of({**answer, "text": outcome.words}, sent.language)
    if answer.get("unavailable"):
        entry["again"] = submitting.again(sent, answer)
    return {
        "entry": entry,
        "unkept": unkept,
        "draft": sent.text if unkept else "",
        **asides_of(services, answer.get("session") or sent.session, language),
    }


@router.get("/forget", response_class=HTMLResponse)
def ask_to_forget(request: Request) -> Response:
    """Ask once before the talk is deleted."""
    shows = {"plan": holding.code_of(request) is not None}
    return render(request, Page("forget.html", visitor.language_of(request), shows))


@router.post("/forget")
async def forget(request: Request, services: Ready) -> Response:
    """Delete the talk and begin anew."""
    visitor.refuse_foreign(request)
    visitor.take_key(request, await request.form())
    return await run_in_threadpool(_forgotten, request, services)


def _forgotten(request: Request, services: Services) -> Response:
    secret = visitor.session_of(request)
    if secret:
        with suppress(UnknownSession):  # gone already, which is what was asked for
            services.talk.delete(secret)
    response = RedirectResponse(visitor.home_of(request, forgotten="1"), 303)
    visitor.forget_session(request, response)
    person.forget(request, response)
    return response
