"""Releases, which one is in force, and what was done when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import Base


class Release(Base):
    """One published state. Its rows never change once they are there."""

    __tablename__ = "releases"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 1, 2, 3 …
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of the canonical content
    published_at: Mapped[datetime]
    origin: Mapped[str] = mapped_column(String(20))  # shipped: came with a checkout; operator
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("releases.id"))  # None: the first
    wage_table_id: Mapped[int | None] = mapped_column(ForeignKey("wage_tables.id"))


class Catalog(Base):
    """The one row that says which release is in force."""

    __tablename__ = "catalog"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # always 1
    current_id: Mapped[int] = mapped_column(ForeignKey("releases.id"))


class Act(Base):
    """Something an operator or a start did to the catalog, kept for good."""

    __tablename__ = "acts"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(20))  # published, undone
    origin: Mapped[str] = mapped_column(String(20))  # shipped, operator
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), index=True)
    who: Mapped[str | None] = mapped_column(String(254))  # a login; None: not told
    why: Mapped[str | None] = mapped_column(Text)
