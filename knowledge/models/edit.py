"""What operators changed: edits that wait, and what became of them in releases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import Base


class Edit(Base):
    """What waits to be published of one record; a record has one edit at most."""

    __tablename__ = "edits"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)  # program, ladder
    record_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    document: Mapped[dict[str, Any] | None]  # in the shape of its file; None: the record goes
    seen: Mapped[str] = mapped_column(String(64))  # digest of the record it changes; "": new
    by: Mapped[str] = mapped_column(String(254))  # a login
    at: Mapped[datetime]
    why: Mapped[str] = mapped_column(Text)


class Change(Base):
    """What one release changed in one record, kept for good."""

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_kind", "kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[str] = mapped_column(String(120))
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), index=True)
    before: Mapped[dict[str, Any] | None]  # None: the record was new
    after: Mapped[dict[str, Any] | None]  # None: the record went
    by: Mapped[str] = mapped_column(String(254))  # a login
    at: Mapped[datetime]  # when it was written, before it was published
    why: Mapped[str] = mapped_column(Text)
