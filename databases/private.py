"""Opens a database that holds something of people: what is deleted there is overwritten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker

BUSY_TIMEOUT_MS = 4_000

# WAL lets readers go on while one writes. NORMAL keeps the database whole after a crash; the last
# change before a power cut may be lost, and who made it is told so by the page that does not come.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)


def engine_at(url: str) -> Engine:
    """Open an engine. Nothing is connected until it is used."""
    in_a_file = url.startswith("sqlite")
    engine = create_engine(url, pool_pre_ping=not in_a_file)
    if in_a_file:
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
