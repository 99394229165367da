"""A link with which somebody new, or who forgot, chooses a password."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from staff.models.root import Base


class Invitation(Base):
    """The one open invitation of an account. `key` is the SHA-256 of the secret in the link."""

    __tablename__ = "invitations"

    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(64), unique=True)
    ends_at: Mapped[datetime]
