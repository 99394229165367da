"""Edits records: forms that are checked, kept as drafts, and never overwrite a colleague unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import RedirectResponse, Response

from knowledge.advice import UnknownRecord
from knowledge.drafts.edits import EditedMeanwhile, Kind, NewEdit
from knowledge.problems import StoreUnavailable
from staff.roles import Role
from web.console.editing.form import NoSuchMove, Sent, TooMuch, is_id, sent
from web.console.editing.meanwhile import chosen, show_meanwhile
from web.console.editing.page import Filled, Record, checked, opened_form, show
from web.console.editing.typed import finished
from web.console.visits import Visit, Visiting
from web.shared.signing_in.guards import Needs

Json = dict[str, Any]
Came = Annotated[Sent, Depends(sent)]
DRAFTS = "/console/drafts"
STARTS: dict[Kind, Json] = {
    "program": {"status": "active", "sources": [{}]},
    "ladder": {"rungs": [{}], "sources": [{}]},
}

router = APIRouter(
    prefix="/console", include_in_schema=False, dependencies=[Depends(Needs(Role.EDITOR))]
)


def _record(kind: Kind, record_id: str) -> Record:
    if not is_id(record_id):
        raise UnknownRecord(record_id)
    return Record(kind, record_id)


Which = Annotated[Record, Depends(_record)]


@router.get("/new/{kind}")
def new(visit: Visiting, kind: Kind, copy: Annotated[str, Query(max_length=120)] = "") -> Response:
    """Show an empty form, or one that says what another record says."""
    document = visit.console.desk.in_force(kind, copy) if copy else STARTS[kind]
    if document is None:
        return visit.nothing()
    start = {name: value for name, value in document.items() if name != "id"}
    return show(visit, Filled(Record(kind, ""), start))


@router.post("/new/{kind}")
def add(visit: Visiting, kind: Kind, came: Came) -> Response:
    """Take a new record's form: check it, change its make-up, or keep it as a draft."""
    filled = _taken(Record(kind, ""), came)
    if filled.wrong or came.button != "save":
        return _looked_over(visit, filled)
    name = str(filled.document.get("id", ""))
    if not is_id(name):
        return show(visit, replace(filled, wrong="id_shape"))
    found = visit.console.desk.open(kind, name)
    if found.document is not None or found.waiting:
        return show(visit, replace(filled, wrong="id_taken"))
    return _kept(visit, filled, Record(kind, name))


@router.get("/edit/{kind}/{record_id}")
def edit(
    visit: Visiting,
    record: Which,
    note: Annotated[str, Query(pattern="^(saved|nothing_changed|)$")] = "",
) -> Response:
    """Show a record's form: what waits, else what is in force."""
    opened = visit.console.desk.open(record.kind, record.id)
    if opened.document is None and opened.waiting is None:
        return visit.nothing()
    filled = replace(opened_form(record, opened), note=note)
    if opened.document is None:  # it goes: the form says what is in force, to keep it after all
        in_force = visit.console.desk.in_force(record.kind, record.id)
        filled = replace(filled, document=in_force or {})
    elif opened.waiting:
        filled = replace(filled, problems=checked(visit, filled))
    return show(visit, filled)


@router.post("/edit/{kind}/{record_id}")
def change(visit: Visiting, record: Which, came: Came) -> Response:
    """Take a record's form: check it, change its make-up, or keep it as a draft."""
    if came.button == "drop":
        visit.console.desk.drop(record.kind, record.id)
        return RedirectResponse(DRAFTS, 303)
    filled = _taken(record, came)
    if filled.wrong or came.button not in ("save", "remove"):
        return _looked_over(visit, filled)
    return _kept(visit, filled, record, goes=came.button == "remove")


@router.post("/edit/{kind}/{record_id}/choose")
def choose(visit: Visiting, record: Which, came: Came) -> Response:
    """Keep what was chosen, field by field, of two versions of a record."""
    try:
        document = chosen(json.loads(came.one("mine")), json.loads(came.one("other")), came)
    except (ValueError, RecursionError):
        return visit.nothing(422)
    filled = Filled(record, document or {}, came.one("seen"), came.one("shown"), why=came.why)
    return _kept(visit, filled, record, goes=document is None)


def _taken(record: Record, came: Sent) -> Filled:
    """Build the form again as it came, after its button where that changes the make-up."""
    filled = Filled(record, {}, came.one("seen"), came.one("shown"), why=came.why)
    try:
        document = came.document(record.kind)
    except TooMuch:
        return replace(filled, wrong="too_much")
    if record.id:
        document = {**document, "id": record.id}
    filled = replace(filled, document=document)
    if came.button in ("save", "check", "remove"):
        return filled
    try:
        return replace(filled, document=came.moved(document))
    except NoSuchMove:
        return replace(filled, wrong="stale_button")


def _looked_over(visit: Visit, filled: Filled) -> Response:
    if not filled.wrong:
        filled = replace(filled, problems=checked(visit, filled))
    note = "checks_well" if not filled.problems and not filled.wrong else ""
    return show(visit, replace(filled, note=note))


def _kept(visit: Visit, filled: Filled, record: Record, *, goes: bool = False) -> Response:
    """Keep a form as a draft; show both versions when somebody else was there meanwhile."""
    if not filled.why:
        return show(visit, replace(filled, wrong="why_missing"))
    document = None if goes else {**finished(filled.document), "id": record.id}
    new = NewEdit(
        record.kind, record.id, document, filled.seen, filled.shown, visit.login, filled.why
    )
    desk = visit.console.desk
    try:
        kept = desk.keep(new)
    except EditedMeanwhile as told:
        return show_meanwhile(visit, new, told.waiting)
    except StoreUnavailable:
        return show(visit, replace(filled, wrong="store_down"))
    if goes or not (kept or desk.in_force(record.kind, record.id)):
        return RedirectResponse(DRAFTS, 303)
    return RedirectResponse(f"{record.address}?note={'saved' if kept else 'nothing_changed'}", 303)
