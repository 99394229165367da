"""How drafts are written in a terminal. It decides and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from knowledge.drafts import Desk
from knowledge.drafts.previewing import RecordChange

Json = dict[str, Any]


def drafts_in(desk: Desk, today: date) -> Json:
    """Describe what waits, and what publishing it would change."""
    found = desk.preview(today)
    return {
        "release": found.release,
        "ready": found.is_ready,
        "drafts": [_draft(record) for record in found.records],
    }


def _draft(record: RecordChange) -> Json:
    edit = record.edit
    return {
        "record": edit.label,
        "how": record.how,
        "outdated": record.is_outdated,
        "by": edit.by,
        "at": edit.at.isoformat(),
        "why": edit.why,
        "fields": [
            {"field": ".".join(one.path), "before": one.before, "after": one.after}
            for one in record.fields
        ],
        "problems": [asdict(problem) for problem in record.problems],
    }


def draft_lines(found: Json) -> list[str]:
    """Write what waits, a line for each record and for each thing to mend."""
    lines = [line for draft in found["drafts"] for line in _lines(draft)]
    return [*lines, f"{len(found['drafts'])} drafts over release {found['release']}"]


def _lines(draft: Json) -> Iterator[str]:
    state = "made on another state" if draft["outdated"] else draft["how"]
    yield f"{draft['record']}: {state}, by {draft['by']} on {draft['at'][:10]}: {draft['why']}"
    for problem in draft["problems"]:
        mark = "" if problem["severity"] == "error" else "warning: "
        yield f"  {mark}{problem['field']}: {problem['message']}"
