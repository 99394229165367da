"""Programs and what hangs on them directly."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from knowledge.models.fact import Figure, Term
from knowledge.models.requirement import Requirement
from knowledge.models.root import WHOLE_PROGRAM, Base, Words, points_to
from knowledge.models.site import ServiceArea, Site
from knowledge.models.source import ProgramSource


class Program(Base):
    """A program as one release states it. Every fact points to the source that vouches for it."""

    __tablename__ = "programs"
    __table_args__ = (points_to(["release_id", "part_of"], WHOLE_PROGRAM),)

    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(120), primary_key=True)  # kebab-case, the same for good
    part_of: Mapped[str | None] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(20))  # active, unknown, renamed, closed
    name: Mapped[Words]
    full_name: Mapped[Words | None]
    alternate_names: Mapped[list[str]]
    description: Mapped[Words]
    sponsor: Mapped[Words | None]
    sectors: Mapped[list[str]]
    occupations: Mapped[list[str]]  # SOC 2018 codes
    schedule: Mapped[list[str]]
    supports: Mapped[list[str]]
    credentials: Mapped[list[str]]
    leads_to: Mapped[list[str]]  # program ids and SOC codes
    ladder_ids: Mapped[list[str]]
    how_to_apply: Mapped[Words | None]
    url: Mapped[str | None] = mapped_column(String(1000))
    phone: Mapped[str | None] = mapped_column(String(60))
    succeeded_by: Mapped[Words | None]
    successor_ids: Mapped[list[str]]
    notes: Mapped[Words | None]
    area_stated: Mapped[bool]  # False: the sources do not say whom it serves

    sources: Mapped[list[ProgramSource]] = relationship(
        lazy="raise", order_by=ProgramSource.position
    )
    requirements: Mapped[list[Requirement]] = relationship(
        lazy="raise", order_by=Requirement.position
    )
    figures: Mapped[list[Figure]] = relationship(lazy="raise", order_by=Figure.position)
    terms: Mapped[list[Term]] = relationship(lazy="raise")
    sites: Mapped[list[Site]] = relationship(lazy="raise", order_by=Site.position)
    areas: Mapped[list[ServiceArea]] = relationship(lazy="raise", order_by=ServiceArea.position)
