"""Opens the conversations database. Talks are private: what is deleted is overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker

FILE = "conversations.sqlite3"
BUSY_TIMEOUT_MS = 4_000

# WAL lets readers go on while one writes. NORMAL keeps the database whole after a crash; the last
# turn before a power cut may be lost, and its sender has the message id to send it again.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)


def url_for(home: Path, url: str | None) -> str:
    """Return the database's address: the one that was set, else SQLite in the home folder."""
    return url or f"sqlite:///{(home / FILE).as_posix()}"


def engine_for(home: Path, url: str | None = None) -> Engine:
    """Open an engine. Nothing is connected until it is used."""
    engine = create_engine(url_for(home, url), pool_pre_ping=url is not None)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def sessions_of(engine: Engine) -> sessionmaker[Session]:
    """Return what opens a unit of work; objects stay readable after it is closed."""
    return sessionmaker(engine, expire_on_commit=False)


def erase_log(database: sessionmaker[Session]) -> None:
    """Empty SQLite's write-ahead log, where deleted words would otherwise linger until reused."""
    with database() as session:
        if session.get_bind().dialect.name == "sqlite":
            session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
