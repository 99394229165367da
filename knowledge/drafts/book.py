"""Edits and their history as rows. Functions work inside a caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from knowledge import models
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.writing import filled_in
from knowledge.drafts.edits import (
    KINDS,
    NOTHING,
    ChangedSincePreview,
    Edit,
    Json,
    Kind,
    NewEdit,
    document_of,
    record_in,
)
from knowledge.publishing.changes import changes_between
from knowledge.publishing.deed import Also, Made

Key = tuple[str, str]  # kind and id of a record


@dataclass(frozen=True)
class Changed:
    """What one release changed in one record. None: it was not there."""

    release_id: int
    before: Json | None
    after: Json | None
    by: str
    at: datetime
    why: str
    in_force: bool  # False: the release was taken back


@dataclass(frozen=True)
class Done:
    """What somebody did to the catalog."""

    at: datetime
    kind: str  # published, undone
    origin: str  # shipped, operator
    release_id: int
    who: str | None
    why: str | None


def waiting(session: Session) -> list[Edit]:
    """Return every edit that waits, the newest first."""
    rows = session.scalars(select(models.Edit).order_by(models.Edit.at.desc()))
    return [_edit(row) for row in rows]


def waiting_for(session: Session, key: Key) -> Edit | None:
    """Return the edit that waits for a record, and hold it until the transaction ends."""
    row = session.get(models.Edit, key, with_for_update=True)
    return _edit(row) if row else None


def keep(session: Session, new: NewEdit) -> None:
    """Write an edit down in place of the one that waited."""
    session.merge(
        models.Edit(
            kind=new.kind,
            record_id=new.record_id,
            document=new.document,
            seen=new.seen,
            by=new.by,
            at=now(),
            why=new.why,
        )
    )


def forget(session: Session, keys: Iterable[Key]) -> None:
    """Take edits away."""
    for kind, record_id in keys:
        row = (models.Edit.kind == kind) & (models.Edit.record_id == record_id)
        session.execute(delete(models.Edit).where(row))


def noting_edits(edits: Sequence[Edit], locate: Locator | None) -> Also:
    """Write down what a release changes, and take its edits from the desk, with it.

    Raises ChangedSincePreview when somebody wrote one of them anew while it was published.
    """

    def noted(session: Session, made: Made) -> None:
        for edit in edits:
            now_waiting = waiting_for(session, (edit.kind, edit.record_id))
            if now_waiting is None or now_waiting.digest != edit.digest:
                raise ChangedSincePreview(edit.label)
        note(session, made, edits, locate)
        forget(session, [(edit.kind, edit.record_id) for edit in edits])

    return noted


def noting_files(who: str, why: str, locate: Locator | None) -> Also:
    """Write down what files change, as if somebody had made an edit of each record."""

    def noted(session: Session, made: Made) -> None:
        note(session, made, _edits_in(made, (who, why), locate), locate)

    return noted


def _edits_in(made: Made, told: tuple[str, str], locate: Locator | None) -> Iterator[Edit]:
    left, changes = filled_in(made.after, locate), changes_between(made.before, made.after)
    for label in (*changes.added, *changes.changed, *changes.removed):
        kind, _, name = label.partition(" ")
        if kind in KINDS:
            document = document_of(record_in(made.after, kind, name), left)
            yield Edit(kind, name, document, NOTHING, told[0], now(), told[1])


def note(session: Session, made: Made, edits: Iterable[Edit], locate: Locator | None) -> None:
    """Write down what a release changes, and by whom."""
    left = filled_in(made.before, locate)
    session.add_all(
        models.Change(
            kind=edit.kind,
            record_id=edit.record_id,
            release_id=made.release.id,
            before=document_of(record_in(made.before, edit.kind, edit.record_id), left),
            after=edit.document,
            by=edit.by,
            at=edit.at,
            why=edit.why,
        )
        for edit in edits
    )


def history(session: Session, key: Key) -> list[Changed]:
    """Return what releases changed in a record, the newest first."""
    kind, record_id = key
    rows = session.scalars(
        select(models.Change)
        .where(models.Change.kind == kind, models.Change.record_id == record_id)
        .order_by(models.Change.id.desc())
    ).all()
    standing = _standing(session) if rows else set()
    return [
        Changed(
            row.release_id, row.before, row.after, row.by, row.at, row.why,
            row.release_id in standing,
        )
        for row in rows
    ]  # fmt: skip


def acts(session: Session, most: int) -> list[Done]:
    """Return what was done to the catalog, the newest first."""
    rows = session.scalars(select(models.Act).order_by(models.Act.id.desc()).limit(most))
    return [Done(row.at, row.kind, row.origin, row.release_id, row.who, row.why) for row in rows]


def now() -> datetime:
    """Return this second."""
    return datetime.now(UTC).replace(microsecond=0)


def _standing(session: Session) -> set[int]:
    """Collect the releases that the one in force was built on, and itself."""
    rows = session.execute(select(models.Release.id, models.Release.previous_id))
    before = {row.id: row.previous_id for row in rows}
    at = session.scalar(select(models.Catalog.current_id))
    found: set[int] = set()
    while at is not None:
        found.add(at)
        at = before.get(at)
    return found


def _edit(row: models.Edit) -> Edit:
    kind = cast(Kind, row.kind)
    return Edit(kind, row.record_id, row.document, row.seen, row.by, row.at, row.why)
