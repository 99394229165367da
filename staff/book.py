"""Writes down what happened at the door and to accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from staff.models import Event


@dataclass(frozen=True)
class Entry:
    """One line: what happened, to whom, by whom. `by` None: the command line, or nobody yet."""

    kind: str
    about: str | None = None
    by: str | None = None
    note: str | None = None


def note(database: Session, at: datetime, entry: Entry) -> None:
    """Add a line in the same transaction as what it tells of."""
    database.add(
        Event(at=at, kind=entry.kind, account_id=entry.about, by=entry.by, note=entry.note)
    )
