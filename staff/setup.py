"""Where the staff database is, and how it comes to this version."""

from __future__ import annotations

from pathlib import Path

from databases.upgrading import upgrade

FILE = "staff.sqlite3"
MIGRATIONS = Path(__file__).with_name("migrations")


def url_for(home: Path, url: str | None) -> str:
    """Return the database's address: the one that was set, else SQLite in the home folder."""
    return url or f"sqlite:///{(home / FILE).as_posix()}"


def prepare(home: Path, url: str | None = None) -> None:
    """Create or upgrade the database. Running it again changes nothing."""
    home.mkdir(parents=True, exist_ok=True)
    upgrade(MIGRATIONS, url_for(home, url))
