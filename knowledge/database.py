"""Opens the knowledge database, SQLite or PostgreSQL, and brings it to this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from knowledge.problems import StoreUnavailable

MIGRATIONS = Path(__file__).with_name("migrations")
BUSY_TIMEOUT_MS = 10_000

# WAL lets readers go on while one writes. FULL keeps a published release through a power cut.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)


def upgrade(url: str) -> None:
    """Create the tables or bring them to this version. Raises StoreUnavailable."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreUnavailable("the knowledge database was made by a newer version") from error
    except SQLAlchemyError as error:
        raise StoreUnavailable("the knowledge database does not answer") from error


def engine_for(url: str) -> Engine:
    """Open an engine. Nothing is connected until it is used."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_at_once)
    return engine


@contextmanager
def unit_of_work(url: str) -> Iterator[Session]:
    """Open one transaction: all of it is kept, or nothing. Raises StoreUnavailable."""
    engine = engine_for(url)
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    except SQLAlchemyError as error:
        raise StoreUnavailable(f"the knowledge database does not answer ({error.code})") from error
    finally:
        engine.dispose()


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver must not begin on its own: see _begin_at_once
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_at_once(connection: Connection) -> None:
    """Take the write lock when the transaction starts, so that two writers wait and never clash."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
