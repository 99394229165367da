"""What a button means. The browser holds only its id."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class Choice(Base):
    """One button that was offered to one session."""

    __tablename__ = "choices"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)  # opaque, 128 random bits
    session_key: Mapped[str] = mapped_column(
        ForeignKey("sessions.key", ondelete="CASCADE"), index=True
    )
    message_row: Mapped[int] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), index=True
    )
    label: Mapped[str] = mapped_column(String(300))
    meaning: Mapped[dict[str, Any]]  # intent, delta, program_id: what pressing it says
