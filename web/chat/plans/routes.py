"""The pages of a plan: see, change, save under a code, open elsewhere, share, delete."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from conversations.plans import UnknownPlan
from web.chat import visitor
from web.chat.plans import holding, opening, taking
from web.chat.plans.changing import Refused, changed
from web.chat.plans.showing import gone, mine, shown
from web.chat.services import Services, services_of
from web.chat.views import Page, render

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]
Json = dict[str, Any]
HOME = "/plan"


@router.get("/plan")
def plan(request: Request, services: Ready) -> Response:
    """Show this browser's plan."""
    try:
        return mine(request, services)
    except UnknownPlan:
        return gone(request, holding.PLAN)


@router.post("/plan")
async def change(request: Request, services: Ready) -> Response:
    """Take one change of the plan; show it where it was made."""
    visitor.refuse_foreign(request)
    form = await request.form()
    services.admission.look(request)
    return await run_in_threadpool(_changed, request, services, form)


def _changed(request: Request, services: Services, form: Any) -> Response:
    try:
        came = changed(request, services, form)
    except UnknownPlan:
        return gone(request, holding.PLAN)
    except Refused as refused:
        return mine(request, services, refused)
    response = RedirectResponse(HOME + came.where, 303)
    if came.code:
        holding.keep_code(request, response, came.code)
    if came.closed:
        holding.drop(request, response, holding.PLAN)
    return response


@router.get("/plan/open")
def ask_for_code(request: Request) -> Response:
    """Ask for the code of a saved or shared plan."""
    return opening.asking(request)


@router.post("/plan/open")
async def open_plan(request: Request, services: Ready) -> Response:
    """Open a plan by its code: one's own to go on with, a shared one to look at."""
    visitor.refuse_foreign(request)
    form = await request.form()
    return await run_in_threadpool(opening.opened, request, services, form)


@router.get("/plan/shared")
def shared(request: Request, services: Ready) -> Response:
    """Show a plan that somebody shared, to be looked at."""
    try:
        return shown(request, services)
    except UnknownPlan:
        return gone(request, holding.SHOWN)


@router.get("/plan.pdf")
def pdf(request: Request, services: Ready) -> Response:
    """Hand the plan out as a tagged PDF."""
    return _taken(request, services, taking.pdf)


@router.get("/plan.ics")
def ics(request: Request, services: Ready) -> Response:
    """Hand the days of the plan out as a calendar."""
    return _taken(request, services, taking.ics)


def _taken(request: Request, services: Services, made: taking.Made) -> Response:
    services.admission.look(request)
    which = holding.SHOWN if "shared" in request.query_params else holding.PLAN
    try:
        return made(request, services, which == holding.SHOWN)
    except UnknownPlan:
        return gone(request, which)


@router.get("/plan/delete")
def ask_to_delete(request: Request) -> Response:
    """Ask once before the plan is deleted."""
    return render(request, Page("plan_delete.html", visitor.language_of(request), {}))


@router.post("/plan/delete")
def delete(request: Request, services: Ready) -> Response:
    """Delete the plan everywhere, at once."""
    visitor.refuse_foreign(request)
    code = holding.code_of(request)
    if code is not None:
        try:
            with holding.counted(services, request):
                services.plans.delete(code)
        except UnknownPlan:
            return gone(request, holding.PLAN)
    response = RedirectResponse("/plan/open?did=deleted", 303)
    holding.drop(request, response, holding.PLAN)
    return response
