"""The first page of the console: what is in force, and what waits."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from knowledge.coverage import coverage_of
from staff.roles import Role
from web.console.services import Console, console_of
from web.shared.signing_in.guards import Needs
from web.shared.staff_frame import StaffPage, render

router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(Needs(Role.EDITOR))]
)


@router.get("")
def home(request: Request, console: Annotated[Console, Depends(console_of)]) -> Response:
    """Show the release in force and how good its coverage is."""
    release = console.library.current()
    shows = {
        "release": release,
        "waiting": len(console.desk.waiting()),
        "coverage": coverage_of(release.content, console.clock().date()),
    }
    return render(request, StaffPage("home.html", shows))
