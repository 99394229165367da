"""To the identity provider and back."""

from __future__ import annotations

import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from staff.problems import NotLetIn
from web.shared.languages import is_secure
from web.shared.problems import Problem
from web.shared.signing_in.doors import Doors, doors_of
from web.shared.signing_in.guards import keep
from web.shared.signing_in.provider import Provider, ProviderFailed
from web.shared.signing_in.routes import INSIDE
from web.shared.staff_frame import StaffPage, render

PENDING = "pathways_staff_pending"
HERE = "/staff/provider"

log = logging.getLogger("pathways.web")
router = APIRouter(prefix=HERE, include_in_schema=False)
Ready = Annotated[Doors, Depends(doors_of)]


@router.get("")
def begin(request: Request, doors: Ready) -> Response:
    """Send somebody to their identity provider."""
    doors.count_a_try(request)
    try:
        address, sealed = _provider(doors).begin(_back_at(request))
    except ProviderFailed as failure:
        return _failed(request, failure)
    response = RedirectResponse(address, 303)
    response.set_cookie(
        PENDING, sealed, max_age=600, path=HERE, httponly=True, samesite="lax",
        secure=is_secure(request),
    )  # fmt: skip
    return response


@router.get("/back")
def back(request: Request, doors: Ready) -> Response:
    """Let in whom the provider vouches for, if an admin has made them an account."""
    doors.count_a_try(request)
    sealed, query = request.cookies.get(PENDING, ""), dict(request.query_params)
    try:
        vouched = _provider(doors).finish(_back_at(request), query, sealed)
        here = doors.entrance.admit(vouched.identity, vouched.address)
    except ProviderFailed as failure:
        return _failed(request, failure)
    except NotLetIn:
        return render(request, StaffPage("provider_failed.html", {"code": "no_account"}, 403))
    response = RedirectResponse(INSIDE, 303)
    response.delete_cookie(PENDING, path=HERE)
    return keep(request, response, here)


def _provider(doors: Doors) -> Provider:
    if doors.provider is None:
        raise Problem(404, "There is no identity provider here.")
    return doors.provider


def _back_at(request: Request) -> str:
    return str(request.url_for("back"))


def _failed(request: Request, failure: ProviderFailed) -> Response:
    log.warning("identity provider: %s", failure)
    return render(request, StaffPage("provider_failed.html", {"code": "failed"}, 502))
