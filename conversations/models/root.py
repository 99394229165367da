"""The root of the conversations tables."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from databases.columns import COLUMN_TYPES, CONSTRAINT_NAMES


class Base(DeclarativeBase):
    """The root of the conversations tables."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map = COLUMN_TYPES
