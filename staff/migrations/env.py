"""Runs the migrations of the staff database over the address it is handed."""

from __future__ import annotations

from databases.upgrading import run_migrations
from staff.models import Base

run_migrations(Base.metadata, "staff_version")
