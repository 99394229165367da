"""What somebody told us is wrong in a record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class Report(Base):
    """A mistake somebody reported. It hangs on no talk: nobody can tell whose it is."""

    __tablename__ = "reports"

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(String(120), index=True)  # of a program or a ladder
    text: Mapped[str] = mapped_column(Text)  # contact details masked
    language: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)  # None: waits
    closed_by: Mapped[str | None] = mapped_column(String(120))  # the login of who looked into it
    outcome: Mapped[str | None] = mapped_column(String(20))  # mended, right_as_it_is, not_usable
