"""Runs the migrations of the conversations database over the address it is handed."""

from __future__ import annotations

from conversations.models import Base
from databases.upgrading import run_migrations

run_migrations(Base.metadata, "conversations_version")
