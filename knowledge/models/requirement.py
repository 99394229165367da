"""Conditions, as trees: a group's children name it as their parent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import WHOLE_PROGRAM, Base, Words, points_to

VOUCHED_FOR = (
    "program_sources.release_id",
    "program_sources.program_id",
    "program_sources.position",
)


class Requirement(Base):
    """One condition, or a group of them. The database itself refuses one without a source."""

    __tablename__ = "requirements"
    __table_args__ = (
        points_to(["release_id", "program_id"], WHOLE_PROGRAM),
        points_to(["release_id", "program_id", "source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(300), primary_key=True)  # wrtp-big-step#education/1
    program_id: Mapped[str] = mapped_column(String(120), index=True)
    parent_id: Mapped[str | None] = mapped_column(String(300))  # None: at the top
    position: Mapped[int]  # among all conditions of the program, groups before their children
    mode: Mapped[str | None] = mapped_column(String(10))  # any_of, all_of; None: one condition
    about: Mapped[str] = mapped_column(String(30))
    text: Mapped[Words]
    rule: Mapped[dict[str, Any]]  # machine-checkable keys; empty: text only
    source: Mapped[int]
    track: Mapped[Words | None]
