"""How often something happened on a day. No row says who, in which talk or when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class Count(Base):
    """One number of one day. It refers to no talk, and no talk refers to it."""

    __tablename__ = "counts"

    day: Mapped[date] = mapped_column(Date, primary_key=True)  # UTC
    topic: Mapped[str] = mapped_column(String(24), primary_key=True)  # visit, intent, place, …
    what: Mapped[str] = mapped_column(String(80), primary_key=True)  # a code of a closed list
    number: Mapped[int]
