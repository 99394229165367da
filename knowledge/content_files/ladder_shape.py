"""What a ladder file and the list of occupations may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.content_files.fields import (
    Count,
    Dollars,
    Identifier,
    Position,
    Sector,
    Shape,
    Short,
    Soc,
    Words,
    between,
)
from knowledge.content_files.program_shape import SourceShape

Schooling = Literal[
    "no_credential",
    "high_school_diploma",
    "some_college",
    "postsecondary_certificate",
    "associate_degree",
    "bachelor_degree",
    "master_degree",
    "doctoral_degree",
]
YearsBefore = Literal["none", "under_5", "5_or_more"]
OnTheJob = Literal[
    "none", "short_term", "moderate_term", "long_term", "apprenticeship", "internship"
]


class NeedShape(Shape):
    """What it takes to enter a rung."""

    text: Words
    source: Position


class RungShape(Shape):
    """One job on a ladder."""

    title: Words
    soc: Soc
    bls_title: Short | None = None
    typical_education: Schooling | None = None
    typical_years_before: YearsBefore | None = None
    on_the_job_training: OnTheJob | None = None
    median_wage_usd: Dollars | None = None
    wage_source: Position | None = None
    wage_note: Words | None = None
    needs_to_enter: list[NeedShape] = Field(default_factory=list)
    credential: Words | None = None


class MoveShape(Shape):
    """A way from one rung to another; rungs count from 0."""

    from_: Position = Field(alias="from")
    to: Position
    kind: Literal["up", "lateral"]
    needs: Words
    source: Position
    typical_years: Annotated[float, between(0, 40)] | None = None
    wage_note: Words | None = None


class LadderShape(Shape):
    """A whole ladder file."""

    id: Identifier
    name: Words
    sector: Sector
    rungs: Annotated[list[RungShape], Field(min_length=1)]
    moves: list[MoveShape] = Field(default_factory=list)
    sources: Annotated[list[SourceShape], Field(min_length=1)]
    notes: Words | None = None


class OccupationShape(Shape):
    """One occupation people ask about."""

    soc: Soc
    title: Words
    sector: Sector
    aliases: dict[str, list[Short]] = Field(default_factory=dict)
    typical_education: Schooling | None = None
    job_zone: Annotated[int, between(1, 5)] | None = None
    riasec: Annotated[str, Field(pattern=r"^[RIASEC]{1,6}$")] | None = None
    national_median_usd: Dollars | None = None
    annual_openings: Count | None = None
