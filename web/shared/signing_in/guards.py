"""Who may open a page of staff: every route names the least role, and forms bring their token."""

from __future__ import annotations

import hmac
from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response

from staff.entrance import Here, Stage
from staff.roles import Role
from web.shared.languages import is_secure
from web.shared.origins import ForeignForm, refuse_foreign
from web.shared.problems import Problem
from web.shared.signing_in.doors import doors_of
from web.shared.staff_frame import StaffPage, render

COOKIE = "pathways_staff"
TOKEN = "token"
MAX_FIELDS = 6_000  # a record with many conditions has two thousand
SAFE = ("GET", "HEAD")
SIGN_IN = "/staff/sign-in"
PLACES = {Stage.SECOND_STEP: "/staff/second-step", Stage.SET_UP: "/staff/set-up"}


class SignInNeeded(Exception):
    """Nobody is inside; `place` is where they come in, and `back` where they wanted to go."""

    def __init__(self, place: str, back: str) -> None:
        super().__init__(place)
        self.place = place
        self.back = back


class NotYours(Problem):
    """A page that asks for another role."""

    def __init__(self, least: Role) -> None:
        super().__init__(403, f"This page is for the role {least}.")
        self.least = least


class Needs:
    """A dependency that lets in who is inside and of a role at least, and names them."""

    def __init__(self, least: Role) -> None:
        self.least = least

    async def __call__(self, request: Request) -> Here:
        here = here_of(request)
        if here is None or here.stage is not Stage.INSIDE:
            place = PLACES.get(here.stage, SIGN_IN) if here else SIGN_IN
            raise SignInNeeded(place, _back(request))
        request.state.here = here
        if not here.may(self.least):
            raise NotYours(self.least)
        await require_token(request, here)
        return here


def here_of(request: Request) -> Here | None:
    """Return who sent a request, at whatever stage; None: nobody we know."""
    return doors_of(request).entrance.who(request.cookies.get(COOKIE))


async def require_token(request: Request, here: Here) -> None:
    """Refuse a change that no page of theirs sent."""
    if request.method in SAFE:
        return
    refuse_foreign(request)
    sent = (
        request.headers.get("x-token")
        or (await request.form(max_fields=MAX_FIELDS)).get(TOKEN)
        or ""
    )
    if not (isinstance(sent, str) and hmac.compare_digest(sent.encode(), here.form_token.encode())):
        raise ForeignForm


def _back(request: Request) -> str:
    if request.method not in SAFE:
        return ""
    query = f"?{request.url.query}" if request.url.query else ""
    return request.url.path + query


def keep(request: Request, response: Response, here: Here) -> Response:
    """Give the browser the secret of a visit, until it closes."""
    response.set_cookie(
        COOKIE, here.secret, httponly=True, samesite="lax", secure=is_secure(request), path="/"
    )
    return response


def drop(request: Request, response: Response) -> Response:
    """Take the secret back."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=is_secure(request))
    return response


def install(app: FastAPI) -> None:
    """Send whoever is not inside to the door, and back afterwards; say whose a page is."""

    async def to_the_door(_: Request, error: Exception) -> Response:
        assert isinstance(error, SignInNeeded)
        back = f"?back={quote(error.back, safe='')}" if error.back else ""
        return RedirectResponse(error.place + back, 303)

    async def not_yours(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotYours)
        return render(request, StaffPage("not_yours.html", {"least": error.least}, error.status))

    app.add_exception_handler(SignInNeeded, to_the_door)
    app.add_exception_handler(NotYours, not_yours)
