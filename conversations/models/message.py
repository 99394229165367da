"""One message of a person and the answer it got: the inbox and the transcript in one row."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class State(Enum):
    """How far a message has come."""

    RECEIVED = "received"  # stored, not answered yet
    ANSWERED = "answered"
    FAILED = "failed"  # a part was down; the same message may be tried again


class Message(Base):
    """A message, stored before it is worked on, and answered once."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("session_key", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_key: Mapped[str] = mapped_column(ForeignKey("sessions.key", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(String(128))  # the sender's own, or made here
    text: Mapped[str] = mapped_column(Text)  # contact details masked; a button's label
    state: Mapped[State]
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    answer: Mapped[dict[str, Any] | None]  # what was said back, as sent; None: not answered
    intent: Mapped[str | None] = mapped_column(String(40))
    action: Mapped[str | None] = mapped_column(String(60))
    release: Mapped[str | None] = mapped_column(String(40))  # the knowledge release it drew on
    turn: Mapped[int | None]  # of its talk, which it became; the highest is the last. None: not yet
    before: Mapped[dict[str, Any] | None]  # language, profile, memory before it; to take it back
