"""Which release is in force, in the database. Functions work inside a caller's transaction."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge import models
from knowledge.content import Content
from knowledge.problems import NothingToUndo
from knowledge.publishing.deed import Deed
from knowledge.storing import write_content

ONLY = 1  # the catalog has one row


def current(session: Session) -> models.Release | None:
    """Return the release in force, and hold it until the transaction ends."""
    catalog = session.get(models.Catalog, ONLY, with_for_update=True)
    return session.get(models.Release, catalog.current_id) if catalog else None


def add_release(session: Session, content: Content, digest: str, deed: Deed) -> models.Release:
    """Write a release and put it in force."""
    before = current(session)
    release = models.Release(
        id=(session.scalar(select(func.max(models.Release.id))) or 0) + 1,
        digest=digest,
        published_at=_now(),
        origin=deed.origin,
        previous_id=before.id if before else None,
    )
    write_content(session, release, content)
    _put_in_force(session, release, "published", deed)
    return release


def step_back(session: Session, deed: Deed) -> models.Release:
    """Put the release before the one in force back. Raises NothingToUndo."""
    now = current(session)
    before = session.get(models.Release, now.previous_id) if now and now.previous_id else None
    if before is None:
        raise NothingToUndo("there is no release before this one")
    _put_in_force(session, before, "undone", deed)
    return before


def last_origin(session: Session) -> str | None:
    """Return who acted last: shipped or operator; None when nothing was ever published."""
    return session.scalar(select(models.Act.origin).order_by(models.Act.id.desc()).limit(1))


def _put_in_force(session: Session, release: models.Release, kind: str, deed: Deed) -> None:
    catalog = session.get(models.Catalog, ONLY)
    if catalog is None:
        session.add(models.Catalog(id=ONLY, current_id=release.id))
    else:
        catalog.current_id = release.id
    act = models.Act(at=_now(), kind=kind, origin=deed.origin, release_id=release.id)
    act.who, act.why = deed.who, deed.why
    session.add(act)
    session.flush()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
