"""Figures, and what a program costs, pays and lasts."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.requirement import VOUCHED_FOR
from knowledge.models.root import WHOLE_PROGRAM, Base, Words, points_to


class Figure(Base):
    """A dated number or finding."""

    __tablename__ = "figures"
    __table_args__ = (
        points_to(["release_id", "program_id"], WHOLE_PROGRAM),
        points_to(["release_id", "program_id", "source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Words]
    source: Mapped[int]
    value: Mapped[float | None]
    unit: Mapped[str | None] = mapped_column(String(60))
    year: Mapped[int | None]


class Term(Base):
    """What it costs, pays or lasts, or when it is open."""

    __tablename__ = "terms"
    __table_args__ = (
        points_to(["release_id", "program_id"], WHOLE_PROGRAM),
        points_to(["release_id", "program_id", "source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    of: Mapped[str] = mapped_column(
        String(20), primary_key=True
    )  # cost, pay_while_training, length, opening_hours
    text: Mapped[Words]
    source: Mapped[int]
    usd: Mapped[int | None]  # whole dollars; 0 is free, None is not stated
    kind: Mapped[str | None] = mapped_column(String(30))
    weeks: Mapped[int | None]
    hours: Mapped[int | None]
