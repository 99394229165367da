"""Where the conversations database is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from databases.private import engine_at, erase_log, sessions_of

__all__ = ["FILE", "engine_for", "erase_log", "sessions_of", "url_for"]

FILE = "conversations.sqlite3"


def url_for(home: Path, url: str | None) -> str:
    """Return the database's address: the one that was set, else SQLite in the home folder."""
    return url or f"sqlite:///{(home / FILE).as_posix()}"


def engine_for(home: Path, url: str | None = None) -> Engine:
    """Open an engine. Nothing is connected until it is used."""
    return engine_at(url_for(home, url))
