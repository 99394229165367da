"""Sources of programs and ladders."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import WHOLE_LADDER, WHOLE_PROGRAM, Base, points_to


class SourceColumns:
    """Who says so, and when."""

    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str | None] = mapped_column(String(1000))
    as_of: Mapped[str | None] = mapped_column(String(10))  # ISO date, may be partial; None: undated
    verified_on: Mapped[str | None] = mapped_column(String(10))  # ISO day; None: never
    kind: Mapped[str] = mapped_column(String(30))
    link: Mapped[bool]  # False: shown, not pressed


class ProgramSource(SourceColumns, Base):
    """A source of one program."""

    __tablename__ = "program_sources"
    __table_args__ = (points_to(["release_id", "program_id"], WHOLE_PROGRAM),)

    release_id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)


class LadderSource(SourceColumns, Base):
    """A source of one ladder."""

    __tablename__ = "ladder_sources"
    __table_args__ = (points_to(["release_id", "ladder_id"], WHOLE_LADDER),)

    release_id: Mapped[int] = mapped_column(primary_key=True)
    ladder_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
