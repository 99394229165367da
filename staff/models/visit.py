"""A sign-in that lasts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from staff.models.root import Base


class Visit(Base):
    """One browser of somebody who signed in. `key` is the SHA-256 of a secret it alone holds."""

    __tablename__ = "visits"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    stage: Mapped[str] = mapped_column(String(20))  # second_step, set_up, inside
    form_token: Mapped[str] = mapped_column(String(64))  # every form sends it back
    pending_secret: Mapped[str | None] = mapped_column(String(64))  # of a second step being set up
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)
