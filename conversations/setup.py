"""Brings the conversations database to this version, keeping what it holds."""

from __future__ import annotations

from pathlib import Path

from conversations.database import url_for
from databases.upgrading import upgrade

MIGRATIONS = Path(__file__).with_name("migrations")


def prepare(home: Path, url: str | None = None) -> None:
    """Create or upgrade the database. Running it again changes nothing."""
    home.mkdir(parents=True, exist_ok=True)
    upgrade(MIGRATIONS, url_for(home, url))
