"""Ladders: jobs in order, and the moves between them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from knowledge.models.root import WHOLE_LADDER, Base, Words, points_to
from knowledge.models.source import LadderSource

VOUCHED_FOR = ("ladder_sources.release_id", "ladder_sources.ladder_id", "ladder_sources.position")
ON_RUNG = ("rungs.release_id", "rungs.ladder_id", "rungs.position")


class Rung(Base):
    """One job on a ladder."""

    __tablename__ = "rungs"
    __table_args__ = (
        points_to(["release_id", "ladder_id"], WHOLE_LADDER),
        points_to(["release_id", "ladder_id", "wage_source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    ladder_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)  # counted from 0
    title: Mapped[Words]
    soc: Mapped[str] = mapped_column(String(7), index=True)
    typical_education: Mapped[str | None] = mapped_column(String(40))
    typical_years_before: Mapped[str | None] = mapped_column(String(20))
    on_the_job_training: Mapped[str | None] = mapped_column(String(20))
    median_wage_usd: Mapped[int | None]  # whole dollars a year; None: not published
    wage_source: Mapped[int | None]
    wage_note: Mapped[Words | None]
    credential: Mapped[Words | None]

    needs: Mapped[list[RungNeed]] = relationship(lazy="raise", order_by="RungNeed.position")


class RungNeed(Base):
    """What it takes to enter a rung."""

    __tablename__ = "rung_needs"
    __table_args__ = (
        points_to(["release_id", "ladder_id", "rung"], ON_RUNG),
        points_to(["release_id", "ladder_id", "source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    ladder_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    rung: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Words]
    source: Mapped[int]


class Move(Base):
    """A way from one rung to another."""

    __tablename__ = "moves"
    __table_args__ = (
        points_to(["release_id", "ladder_id"], WHOLE_LADDER),
        points_to(["release_id", "ladder_id", "start_rung"], ON_RUNG),
        points_to(["release_id", "ladder_id", "end_rung"], ON_RUNG),
        points_to(["release_id", "ladder_id", "source"], VOUCHED_FOR),
    )

    release_id: Mapped[int] = mapped_column(primary_key=True)
    ladder_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start_rung: Mapped[int]
    end_rung: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))  # up, lateral
    needs: Mapped[Words]
    source: Mapped[int]
    typical_years: Mapped[float | None]
    wage_note: Mapped[Words | None]  # set where the median falls: never shown as a raise


class Ladder(Base):
    """How jobs follow one another."""

    __tablename__ = "ladders"

    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    name: Mapped[Words]
    sector: Mapped[str] = mapped_column(String(40))
    notes: Mapped[Words | None]

    sources: Mapped[list[LadderSource]] = relationship(lazy="raise", order_by=LadderSource.position)
    rungs: Mapped[list[Rung]] = relationship(lazy="raise", order_by=Rung.position)
    moves: Mapped[list[Move]] = relationship(
        lazy="raise",
        order_by=Move.position,
        primaryjoin="and_(Ladder.release_id == Move.release_id, Ladder.id == Move.ladder_id)",
    )
