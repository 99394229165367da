"""The pages at the door: name and password, second step, welcome, the account of one's own."""

from __future__ import annotations

from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Form, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from staff import second_step
from staff.entrance import Here, Stage
from staff.problems import AccountRefused, NotLetIn, TooManyTries, UnknownAccount
from staff.roles import Role
from web.shared.origins import refuse_foreign
from web.shared.signing_in.doors import Doors, doors_of
from web.shared.signing_in.guards import (
    PLACES,
    SIGN_IN,
    Needs,
    drop,
    here_of,
    keep,
    require_token,
)
from web.shared.staff_frame import StaffPage, render

INSIDE = "/console"
LONGEST = 500  # characters of anything typed at the door

router = APIRouter(prefix="/staff", include_in_schema=False)
Ready = Annotated[Doors, Depends(doors_of)]
Typed = Annotated[str, Form(max_length=LONGEST)]
Anyone = Annotated[Here, Depends(Needs(Role.EDITOR))]


@router.get("/sign-in")
def sign_in(request: Request, doors: Ready) -> Response:
    """Ask for name and password."""
    return _asked(request, doors)


@router.post("/sign-in")
def signed_in(request: Request, doors: Ready, login: Typed = "", password: Typed = "") -> Response:
    """Take name and password; the second step comes next."""
    refuse_foreign(request)
    doors.count_a_try(request)
    try:
        here = doors.entrance.try_password(login, password)
    except NotLetIn:
        return _asked(request, doors, login=login, wrong="not_let_in", status=403)
    except TooManyTries as wait:
        return _asked(request, doors, login=login, wrong="wait", until=wait.until, status=429)
    return keep(request, _next(PLACES[here.stage], back_of(request)), here)


@router.get("/second-step")
def second_step_asked(request: Request) -> Response:
    """Ask for the code of the phone."""
    return _code_asked(request, None)


@router.post("/second-step")
async def second_step_taken(request: Request, doors: Ready, code: Typed = "") -> Response:
    """Take the code of the phone or a recovery code."""
    here = here_of(request)
    if here is None or here.stage is not Stage.SECOND_STEP:
        return RedirectResponse(SIGN_IN, 303)
    await require_token(request, here)
    doors.count_a_try(request)
    try:
        inside = doors.entrance.try_code(here, code)
    except (NotLetIn, TooManyTries) as refused:
        wrong = "wait" if isinstance(refused, TooManyTries) else "code"
        return _code_asked(request, wrong)
    return keep(request, RedirectResponse(back_of(request) or INSIDE, 303), inside)


@router.get("/set-up")
def set_up(request: Request, doors: Ready) -> Response:
    """Show the secret to give to a phone, as a picture and as letters."""
    return _set_up(request, doors, None)


@router.post("/set-up")
async def set_up_taken(request: Request, doors: Ready, code: Typed = "") -> Response:
    """Take the phone's first code and show the recovery codes, once."""
    here = here_of(request)
    if here is None or here.stage is not Stage.SET_UP:
        return RedirectResponse(SIGN_IN, 303)
    await require_token(request, here)
    try:
        inside, codes = doors.entrance.finish_set_up(here, code)
    except NotLetIn:
        return _set_up(request, doors, "code")
    request.state.here = inside
    page = StaffPage("codes.html", {"codes": codes, "onward": back_of(request) or INSIDE})
    return keep(request, render(request, page), inside)


@router.get("/welcome")
def welcome(request: Request) -> Response:
    """Ask somebody invited for a password. The secret of their link never reaches our logs."""
    return render(request, StaffPage("welcome.html", {"invitation": "", "wrong": None}))


@router.post("/welcome")
def welcomed(
    request: Request, doors: Ready, invitation: Typed = "", password: Typed = ""
) -> Response:
    """Take the password somebody invited chose."""
    refuse_foreign(request)
    doors.count_a_try(request)
    try:
        doors.accounts.choose_password(invitation.strip(), password)
    except UnknownAccount:
        wrong = "invitation"
    except AccountRefused as refused:
        wrong = refused.code
    else:
        return RedirectResponse(f"{SIGN_IN}?chosen=1", 303)
    shows = {"invitation": invitation, "wrong": wrong}
    return render(request, StaffPage("welcome.html", shows, 422))


@router.get("/account")
def account(request: Request, here: Anyone) -> Response:
    """Show one's own account."""
    return render(request, StaffPage("account.html", {"codes": None}))


@router.post("/account/codes")
def renew_codes(request: Request, here: Anyone, doors: Ready) -> Response:
    """Make new recovery codes and show them, once."""
    shows = {"codes": doors.entrance.renew_recovery_codes(here)}
    return render(request, StaffPage("account.html", shows))


@router.post("/sign-out")
def sign_out(request: Request, here: Anyone, doors: Ready) -> Response:
    """End the visit."""
    doors.entrance.leave(here.secret)
    return drop(request, RedirectResponse(f"{SIGN_IN}?left=1", 303))


def back_of(request: Request) -> str:
    """Return where somebody wanted to go: a page of this site only, never another one's."""
    back = request.query_params.get("back", "")
    return back if back.startswith("/console") and "\\" not in back and len(back) < LONGEST else ""


def _next(place: str, back: str) -> RedirectResponse:
    from_where = f"?back={back}" if back else ""
    return RedirectResponse(place + from_where, 303)


def _asked(request: Request, doors: Doors, status: int = 200, **more: object) -> Response:
    shows = {
        "login": "",
        "wrong": None,
        "until": None,
        "provider": doors.provider is not None,
        "chosen": "chosen" in request.query_params,
        "left": "left" in request.query_params,
        "back": back_of(request),
        **more,
    }
    return render(request, StaffPage("sign_in.html", shows, status))


def _code_asked(request: Request, wrong: str | None) -> Response:
    here = here_of(request)
    if here is None or here.stage is not Stage.SECOND_STEP:
        return RedirectResponse(SIGN_IN, 303)
    shows = {"token": here.form_token, "back": back_of(request), "wrong": wrong}
    return render(request, StaffPage("second_step.html", shows, 403 if wrong else 200))


def _set_up(request: Request, doors: Doors, wrong: str | None) -> Response:
    here = here_of(request)
    if here is None or here.stage is not Stage.SET_UP:
        return RedirectResponse(SIGN_IN, 303)
    secret = doors.entrance.begin_set_up(here)
    picture = segno.make(second_step.address_of(secret, here.login), error="m")
    shows = {
        "wrong": wrong,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "picture": Markup(picture.svg_inline(scale=5, dark="#000", light="#fff")),
        "token": here.form_token,
        "back": back_of(request),
    }
    return render(request, StaffPage("set_up.html", shows, 403 if wrong else 200))
