"""Who is at the desk: a request of somebody inside, with what its page draws on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.responses import Response

from staff.entrance import Here
from web.console.services import Console, console_of
from web.shared.staff_frame import StaffPage, render


@dataclass(frozen=True)
class Visit:
    """One request, after the guard let it in."""

    request: Request
    console: Console
    here: Here

    @property
    def login(self) -> str:
        """The login of who sent it."""
        return self.here.login

    def nothing(self, status: int = 404) -> Response:
        """Say that there is no such record."""
        return render(self.request, StaffPage("no_record.html", {}, status))


def _visit(request: Request, console: Annotated[Console, Depends(console_of)]) -> Visit:
    return Visit(request, console, request.state.here)


Visiting = Annotated[Visit, Depends(_visit)]
