"""One person's talk with the guide."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from conversations.models.message import Message
from conversations.models.root import Base


class Session(Base):
    """A talk. Its secret is never stored: `key` is the SHA-256 of it."""

    __tablename__ = "sessions"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    language: Mapped[str | None] = mapped_column(String(16))  # None: not known yet
    profile: Mapped[dict[str, Any]]
    memory: Mapped[dict[str, Any]]  # awaiting, asked, skipped, shown, in_view, topic, speaks_of
    turn: Mapped[int] = mapped_column(default=0)  # grows with each change; guards against a loss
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime] = mapped_column(index=True)
    messages: Mapped[list[Message]] = relationship(
        lazy="raise", order_by=Message.id, cascade="all, delete-orphan", passive_deletes=True
    )
