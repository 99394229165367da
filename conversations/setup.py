"""Brings the conversations database to this version, keeping what it holds."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from conversations.database import url_for

MIGRATIONS = Path(__file__).with_name("migrations")


def prepare(home: Path, url: str | None = None) -> None:
    """Create or upgrade the database. Running it again changes nothing."""
    home.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url_for(home, url)
    command.upgrade(config, "head")
