"""What happened at the door and to accounts, kept for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from staff.models.root import Base


class Event(Base):
    """One line of the door's book. Passwords, codes and network addresses never stand in it."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(40))  # signed_in, refused, locked, role_changed …
    account_id: Mapped[str | None] = mapped_column(String(32), index=True)  # whom it is about
    by: Mapped[str | None] = mapped_column(String(32))  # who did it; None: the command line
    note: Mapped[str | None] = mapped_column(String(200))
