"""Taking the last message back on the page: one step, then the page as it stands."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from conversations.said import NotTheLast, UnknownSession
from web.chat import visitor
from web.chat.services import Services, services_of
from web.chat.submitting import ID_LENGTH

router = APIRouter(include_in_schema=False)


@router.post("/undo", dependencies=[Depends(visitor.key_taken)])
def undo(
    request: Request,
    services: Annotated[Services, Depends(services_of)],
    message: Annotated[str, Form(max_length=ID_LENGTH)],
) -> Response:
    """Take the named message back. A page that is out of date changes nothing and is shown anew."""
    visitor.refuse_foreign(request)
    services.admission.look(request)
    with suppress(NotTheLast, UnknownSession):
        services.talk.take_back(visitor.session_of(request) or "", message)
        return RedirectResponse(f"{visitor.home_of(request, undone='1')}#latest", 303)
    return RedirectResponse(visitor.latest_of(request), 303)
