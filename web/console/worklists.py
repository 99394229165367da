"""What waits to be looked into: worklists over the release, links, and mistakes people reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from conversations.reports import Outcome, UnknownReport
from knowledge.links import Finding, kept
from knowledge.release import Release
from knowledge.worklists import WORKLISTS, Item, link_targets
from matching.program import in_language
from staff.entrance import Here
from staff.roles import Role
from web.console.services import Console, console_of
from web.console.tables import as_file
from web.shared.languages import language_of, words_in
from web.shared.problems import Problem
from web.shared.signing_in.guards import Needs
from web.shared.staff_frame import StaffPage, render

SHOWN = 200  # of one list on a page; the file holds all
WELL = ("well", "forbidden")
LINKS = "links"
Json = dict[str, Any]
Ready = Annotated[Console, Depends(console_of)]
Editor = Annotated[Here, Depends(Needs(Role.EDITOR))]

router = APIRouter(
    prefix="/console/work", include_in_schema=False, dependencies=[Depends(Needs(Role.EDITOR))]
)


@router.get("")
def lists(request: Request, console: Ready) -> Response:
    """Show how much waits on each list, and the mistakes that people reported."""
    release = console.library.current()
    counts = {name: len(_items(console, release, name)) for name in (*WORKLISTS, LINKS)}
    shows = {
        "counts": counts,
        "reports": console.reports.waiting(SHOWN),
        "waiting": console.reports.count_waiting(),
        "names": _names(release, language_of(request)),
        "outcomes": list(Outcome),
        "closed_already": "closed" in request.query_params,
    }
    return render(request, StaffPage("work.html", shows))


@router.post("/reports/{report_id}")
def close(
    console: Ready, here: Editor, report_id: int, outcome: Annotated[Outcome, Form()]
) -> Response:
    """Note what came of a reported mistake."""
    try:
        console.reports.close(report_id, outcome, here.login)
    except UnknownReport:  # a colleague was quicker
        return RedirectResponse("/console/work?closed=1#reports", 303)
    return RedirectResponse("/console/work#reports", 303)


@router.get("/{name}")
def one_list(request: Request, console: Ready, name: str) -> Response:
    """Show one list; as a file with `.csv` or `.json` behind its name."""
    plain, _, form = name.partition(".")
    if plain not in (*WORKLISTS, LINKS) or form not in ("", "csv", "json"):
        raise Problem(404, "There is no such list.")
    release = console.library.current()
    rows = _rows(_items(console, release, plain), release, language_of(request))
    if form:
        return as_file(rows, plain, form)
    shows = {"name": plain, "rows": rows[:SHOWN], "count": len(rows)}
    return render(request, StaffPage("worklist.html", shows))


def _items(console: Console, release: Release, name: str) -> Sequence[Item]:
    if name == LINKS:
        return _broken(kept(console.home), release)
    return list(WORKLISTS[name](release, console.clock().date()))


def _broken(findings: Any, release: Release) -> list[Item]:
    found: list[Item] = []
    for address, record_ids in link_targets(release).items():
        finding: Finding | None = findings.get(address)
        if finding and finding.state not in WELL:
            named = {"address": address, "note": finding.note or finding.state}
            found += [Item(one, f"link_{finding.state}", named) for one in record_ids]
    return found


def _rows(items: Sequence[Item], release: Release, language: str) -> list[Json]:
    names, t = _names(release, language), words_in(language)
    return [
        {
            "id": item.record_id,
            "name": names.get(item.record_id, item.record_id),
            "why": t(f"worklists.why.{item.why}", **item.named),
        }
        for item in items
    ]


def _names(release: Release, language: str) -> dict[str, str]:
    programs = {name: one.name for name, one in release.programs.items()}
    ladders = {name: one.name for name, one in release.ladders.items()}
    named = {key: in_language(words, language) for key, words in {**programs, **ladders}.items()}
    jobs = {soc: in_language(one.title, language) for soc, one in release.occupations.items()}
    return {**named, **jobs}
