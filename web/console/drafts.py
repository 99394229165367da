"""What waits, what publishing it would change, publishing, undo, and the history of a record."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from knowledge.drafts.desk import Publishing
from knowledge.drafts.differing import changes_in
from knowledge.drafts.edits import (
    ChangedSincePreview,
    Kind,
    NeedsAnother,
    NotReady,
    record_in,
)
from knowledge.problems import KnowledgeError, NothingToPublish, NothingToUndo, StoreUnavailable
from matching.program import in_language
from staff.roles import Role
from web.console.editing.form import Sent, is_id, sent
from web.console.editing.meanwhile import written
from web.console.editing.wording import path_word
from web.console.visits import Visit, Visiting
from web.shared.languages import language_of
from web.shared.signing_in.guards import Needs
from web.shared.staff_frame import StaffPage, render

Json = dict[str, Any]
Came = Annotated[Sent, Depends(sent)]
Label = Annotated[str, Query(max_length=150)]
ACTS = 20
WRONG: dict[type[KnowledgeError], str] = {
    ChangedSincePreview: "changed_since",
    NotReady: "not_ready",
    NeedsAnother: "needs_another",
    NothingToPublish: "nothing_to_publish",
    NothingToUndo: "nothing_to_undo",
    StoreUnavailable: "store_down",
}

router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(Needs(Role.EDITOR))]
)
publishing_router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(Needs(Role.PUBLISHER))]
)


@router.get("/drafts")
def drafts(visit: Visiting) -> Response:
    """Show what waits, and what was published."""
    return _shown(visit)


@router.get("/drafts/preview")
def preview(
    visit: Visiting, edit: Annotated[list[Label] | None, Query(max_length=500)] = None
) -> Response:
    """Show what publishing the chosen drafts would change; none chosen: all of them."""
    return _previewed(visit, edit or [])


@publishing_router.post("/drafts/publish")
def publish(visit: Visiting, came: Came) -> Response:
    """Publish what was previewed, exactly so."""
    labels = came.all("edit")
    if not came.why:
        return _previewed(visit, labels, wrong="why_missing")
    console = visit.console
    asked = Publishing(came.one("stamp"), visit.login, came.why, console.second_person)
    try:
        done = console.desk.publish(asked, labels)
    except KnowledgeError as error:
        wrong = WRONG.get(type(error), "store_down")
        return _previewed(visit, _still(visit, labels), wrong=wrong, names=_names(error))
    return _shown(visit, note="published", release=done.release)


@publishing_router.post("/drafts/undo")
def undo(visit: Visiting, came: Came) -> Response:
    """Put the release before the one in force back."""
    if not came.why:
        return _shown(visit, wrong="why_missing")
    try:
        done = visit.console.desk.undo(visit.login, came.why)
    except KnowledgeError as error:
        return _shown(visit, wrong=WRONG.get(type(error), "store_down"))
    return _shown(visit, note="undone", release=done.release)


@router.get("/history/{kind}/{record_id}")
def history(visit: Visiting, kind: Kind, record_id: str) -> Response:
    """Show every field's changes in a record: who, when, why."""
    if not is_id(record_id):
        return visit.nothing()
    changes = visit.console.desk.history(kind, record_id)
    record = record_in(visit.console.library.current().content, kind, record_id)
    if record is None and not changes:
        return visit.nothing()
    shows = {
        "kind": kind,
        "record_id": record_id,
        "name": in_language(record.name, language_of(visit.request)) if record else record_id,
        "changes": [(change, changes_in(change.before, change.after)) for change in changes],
        **_words(visit),
    }
    return render(visit.request, StaffPage("history.html", shows))


@router.get("/ladders")
def ladders(visit: Visiting) -> Response:
    """List the ladders."""
    language = language_of(visit.request)
    found = visit.console.library.current().ladders.values()
    rows = sorted((in_language(one.name, language), one) for one in found)
    return render(visit.request, StaffPage("ladders.html", {"rows": rows}))


def _shown(visit: Visit, **more: Any) -> Response:
    desk = visit.console.desk
    looked_over = desk.preview(visit.console.today) if desk.waiting() else None
    shows = {
        "records": looked_over.records if looked_over else (),
        "acts": desk.acts(ACTS),
        "may_publish": visit.here.may(Role.PUBLISHER),
        "name_in": partial(in_language, language=language_of(visit.request)),
        "note": "",
        "wrong": "",
        "release": "",
        **more,
    }
    return render(visit.request, StaffPage("drafts.html", shows, 422 if shows["wrong"] else 200))


def _previewed(visit: Visit, labels: list[str], **more: Any) -> Response:
    language = language_of(visit.request)
    found = visit.console.desk.preview(visit.console.today, labels)
    programs = {**visit.console.library.current().programs, **found.content.programs}
    shows = {
        "preview": found,
        "labels": labels,
        "may_publish": visit.here.may(Role.PUBLISHER),
        "name_in": partial(in_language, language=language),
        "program": lambda name: in_language(programs[name].name, language),
        "wrong": "",
        "names": "",
        **_words(visit),
        **more,
    }
    status = 409 if shows["wrong"] else 200
    return render(visit.request, StaffPage("preview.html", shows, status))


def _words(visit: Visit) -> Json:
    word = partial(path_word, language=language_of(visit.request))
    return {"path_word": word, "written": written}


def _still(visit: Visit, labels: list[str]) -> list[str]:
    """Keep the labels that still wait; when none does, show all that waits."""
    waiting = {edit.label for edit in visit.console.desk.waiting()}
    return [label for label in labels if label in waiting]


def _names(error: KnowledgeError) -> str:
    return ", ".join(getattr(error, "labels", ()))
