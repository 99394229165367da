"""Programs as the console shows them: a table to search and sort, and each one whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from knowledge.advice import UnknownRecord
from knowledge.cards import program_record
from knowledge.content_files.fields import Kind, Status
from knowledge.listing import SORTS, Wanted, selected
from matching.profile import SECTORS
from staff.roles import Role
from web.console.services import Console, console_of
from web.console.tables import as_file
from web.shared.languages import language_of
from web.shared.signing_in.guards import Needs
from web.shared.staff_frame import StaffPage, render

ON_A_PAGE = 50
Ready = Annotated[Console, Depends(console_of)]
Short = Annotated[str, Query(max_length=80)]

router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(Needs(Role.EDITOR))]
)


@dataclass(frozen=True)
class Asked:
    """A view of the programs; its address is what these say."""

    q: Short = ""
    kind: Short = ""
    sector: Short = ""
    state: Short = ""
    status: Short = ""
    sort: Short = "name"
    down: bool = False
    page: Annotated[int, Query(ge=1, le=100_000)] = 1

    @property
    def wanted(self) -> Wanted:
        """What the view asks of the programs."""
        return Wanted(self.q, self.kind, self.sector, self.state, self.status, self.sort, self.down)

    def address(self, **changes: object) -> str:
        """Return the query of this view, or of one a step beside it."""
        values = {**asdict(self), **changes}
        plain = Asked()
        said = {name: value for name, value in values.items() if value != getattr(plain, name)}
        return "?" + urlencode({k: int(v) if isinstance(v, bool) else v for k, v in said.items()})


@router.get("/programs")
def programs(
    request: Request,
    console: Ready,
    asked: Annotated[Asked, Depends()],
) -> Response:
    """Show the programs as a table."""
    rows = selected(console.library.current().programs.values(), asked.wanted, language_of(request))
    first = (asked.page - 1) * ON_A_PAGE
    shows = {
        "rows": rows[first : first + ON_A_PAGE],
        "count": len(rows),
        "pages": max(1, -(-len(rows) // ON_A_PAGE)),
        "asked": asked,
        "kinds": get_args(Kind),
        "sectors": SECTORS,
        "statuses": get_args(Status),
        "states": sorted({state for row in rows for state in row["states"]}),
        "sorts": list(SORTS),
    }
    return render(request, StaffPage("programs.html", shows))


@router.get("/programs.{form}")
def programs_file(
    request: Request,
    console: Ready,
    form: Literal["csv", "json"],
    asked: Annotated[Asked, Depends()],
) -> Response:
    """Give the same view as a file, whole."""
    rows = selected(console.library.current().programs.values(), asked.wanted, language_of(request))
    return as_file(rows, "programs", form)


@router.get("/programs/{program_id}")
def program(request: Request, console: Ready, program_id: str) -> Response:
    """Show everything known of a program."""
    release = console.library.current()
    found = release.programs.get(program_id)
    if found is None:
        raise UnknownRecord(program_id)
    shows = {"one": program_record(found, release, language_of(request))}
    return render(request, StaffPage("program.html", shows))
