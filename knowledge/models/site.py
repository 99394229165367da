"""Where a program is, and whom it serves by where they live."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.root import WHOLE_PROGRAM, Base, points_to


class Site(Base):
    """A door one can walk through."""

    __tablename__ = "sites"
    __table_args__ = (points_to(["release_id", "program_id"], WHOLE_PROGRAM),)

    release_id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    address_1: Mapped[str | None] = mapped_column(String(300))
    city: Mapped[str] = mapped_column(String(300))
    state_province: Mapped[str] = mapped_column(String(2))
    postal_code: Mapped[str | None] = mapped_column(String(5))
    latitude: Mapped[float | None]  # degrees north
    longitude: Mapped[float | None]  # degrees east


class ServiceArea(Base):
    """One place whose people a program serves. The rows of a program add up."""

    __tablename__ = "service_areas"
    __table_args__ = (points_to(["release_id", "program_id"], WHOLE_PROGRAM),)

    release_id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    extent_type: Mapped[str] = mapped_column(String(20))  # nationwide, states, counties, cities
    extent: Mapped[str] = mapped_column(String(300))  # WI; Cook, IL; Chicago, IL; US
