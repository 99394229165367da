"""A plan that somebody saved, with no name and no account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from conversations.models.root import Base


class Plan(Base):
    """A plan under a resume code. Neither that code nor the code to share it is stored."""

    __tablename__ = "plans"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)  # SHA-256 of the resume code
    share_key: Mapped[str | None] = mapped_column(String(64), unique=True)  # None: not shared
    share_number: Mapped[int] = mapped_column(default=0)  # how often it was shared anew
    language: Mapped[str] = mapped_column(String(16))
    profile: Mapped[dict[str, Any]]  # only what the verdicts of these programs rest on
    programs: Mapped[list[Any]]  # ids, in the order they were chosen
    done: Mapped[list[Any]]  # ids of the steps that are ticked
    dates: Mapped[dict[str, Any]]  # ISO days by the id of a step
    edition: Mapped[int] = mapped_column(default=0)  # changes so far; guards against a lost one
    created_at: Mapped[datetime]
    last_opened_at: Mapped[datetime] = mapped_column(index=True)
