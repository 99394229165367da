"""The codes that stand in for a lost phone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from staff.models.root import Base


class RecoveryCode(Base):
    """One code, which opens once. Only its SHA-256 is kept: the codes are 80 random bits."""

    __tablename__ = "recovery_codes"

    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime | None]
