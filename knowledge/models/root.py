"""What every table of the knowledge database shares: naming, JSON and UTC instants."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKeyConstraint, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

Words = dict[str, str]  # language code -> text
CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
WHOLE_PROGRAM = ("programs.release_id", "programs.id")
WHOLE_LADDER = ("ladders.release_id", "ladders.id")


def points_to(columns: list[str], target: tuple[str, ...]) -> ForeignKeyConstraint:
    """Tie columns to another table; checked at the end, so that rows may come in any order."""
    return ForeignKeyConstraint(columns, target, deferrable=True, initially="DEFERRED")


class Instant(TypeDecorator[datetime]):
    """A UTC instant. SQLite forgets the time zone; this puts it back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Base(DeclarativeBase):
    """The root of the knowledge tables. Names follow HSDS and CTDL where those have one."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        Words: JSON(none_as_null=True),
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        datetime: Instant,
    }
