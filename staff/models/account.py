"""One person of the staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from staff.models.root import Base


class Account(Base):
    """Who may come in. A password and a second step, or an identity provider, vouch for them."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)  # random, the same for good
    login: Mapped[str] = mapped_column(String(254), unique=True)  # lower case; may be an address
    name: Mapped[str] = mapped_column(String(120))  # as shown to colleagues
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str | None] = mapped_column(String(200))  # Argon2id; None: not chosen yet
    totp_secret: Mapped[str | None] = mapped_column(String(64))  # base32; None: not set up yet
    totp_step: Mapped[int | None]  # the last 30 s step a code was taken from: no code counts twice
    identity: Mapped[str | None] = mapped_column(String(600), unique=True)  # issuer, space, subject
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)  # wrong tries since the last right one
    locked_until: Mapped[datetime | None]
