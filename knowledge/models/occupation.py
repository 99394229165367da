"""Occupations, and what they pay by state."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import Base, Words


class Occupation(Base):
    """A job people ask about."""

    __tablename__ = "occupations"

    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), primary_key=True)
    soc: Mapped[str] = mapped_column(String(7), primary_key=True)
    title: Mapped[Words]
    sector: Mapped[str] = mapped_column(String(40))
    aliases: Mapped[dict[str, Any]]  # language code -> names people use
    typical_education: Mapped[str | None] = mapped_column(String(40))
    job_zone: Mapped[int | None]  # 1 little preparation to 5 much
    riasec: Mapped[str | None] = mapped_column(String(6))
    national_median_usd: Mapped[int | None]  # whole dollars a year
    annual_openings: Mapped[int | None]


class WageTable(Base):
    """One year of wages. Releases share it as long as it stays the same."""

    __tablename__ = "wage_tables"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    as_of: Mapped[str] = mapped_column(String(10))  # 2025-05
    source: Mapped[dict[str, Any]]


class Wage(Base):
    """What an occupation pays in a state, whole dollars a year. None: not published, never zero."""

    __tablename__ = "wages"

    table_id: Mapped[int] = mapped_column(ForeignKey("wage_tables.id"), primary_key=True)
    soc: Mapped[str] = mapped_column(String(7), primary_key=True)
    area: Mapped[str] = mapped_column(String(2), primary_key=True)  # a state; US: the whole country
    median_usd: Mapped[int | None]
    p10_usd: Mapped[int | None]  # a tenth earn less
    p90_usd: Mapped[int | None]  # a tenth earn more
