"""What a person thought of an answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class Feedback(Base):
    """A thumb up or down on one answer; the newest one counts."""

    __tablename__ = "feedback"

    message_row: Mapped[int] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    rating: Mapped[str] = mapped_column(String(4))  # up, down
    reason: Mapped[str | None] = mapped_column(Text)  # contact details masked
    given_at: Mapped[datetime]
