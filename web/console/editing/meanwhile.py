"""Two people changed one record: what each says, side by side, to choose from field by field."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from starlette.responses import Response

from knowledge.content_files.yaml_writing import yaml_text
from knowledge.drafts.differing import fields_apart
from knowledge.drafts.edits import NOTHING, Edit, NewEdit
from web.console.editing.form import Sent
from web.console.editing.typed import MAX_DEPTH
from web.console.editing.wording import field_word
from web.console.visits import Visit
from web.shared.languages import language_of
from web.shared.staff_frame import StaffPage, render

Json = dict[str, Any]
CONFLICT = 409


def show_meanwhile(visit: Visit, mine: NewEdit, theirs: Edit | None) -> Response:
    """Show what is in force, what a colleague's draft says, and what was just sent."""
    desk = visit.console.desk
    in_force = desk.in_force(mine.kind, mine.record_id)
    other = theirs.document if theirs else in_force
    shows = {
        "mine": mine,
        "theirs": theirs,
        "seen": desk.seen(mine.kind, mine.record_id),
        "shown": theirs.digest if theirs else NOTHING,
        "documents": {"in_force": in_force, "other": other, "mine": mine.document},
        "as_json": {"mine": json.dumps(mine.document), "other": json.dumps(other)},
        "apart": _apart(mine.document, other),
        "word": partial(field_word, language=language_of(visit.request)),
        "value": shown_value,
    }
    return render(visit.request, StaffPage("meanwhile.html", shows, CONFLICT))


def chosen(mine: Any, other: Any, came: Sent) -> Json | None:
    """Put together what was chosen; None: the record goes. Raises ValueError."""
    for document in (mine, other):
        if not isinstance(document, dict | None) or _depth(document) > MAX_DEPTH:
            raise ValueError(document)
        json.dumps(document, ensure_ascii=False).encode()  # half a character is none
    if mine is None or other is None:
        whole: Json | None = mine if came.one("keep.") == "mine" else other
        return whole
    apart = fields_apart(mine, other)
    picked = {name: mine if came.one(f"keep.{name}") == "mine" else other for name in apart}
    both = {**other, **mine}
    merged = {name: picked.get(name, mine).get(name) for name in both}
    return {name: value for name, value in merged.items() if value is not None}


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def _apart(mine: Json | None, other: Json | None) -> list[str]:
    """List the fields to choose; one without a name stands for the whole record."""
    return [""] if mine is None or other is None else fields_apart(mine, other)


def shown_value(document: Json | None, name: str) -> str | None:
    """Write one field as an operator would; None: it is not there."""
    if document is None or (name and name not in document):
        return None
    return written(document[name] if name else document)


def written(value: Any) -> str:
    """Write a value as an operator would."""
    if isinstance(value, str):
        return value
    return yaml_text(value).removesuffix("...\n").strip()
