"""Brings a database to the version of this checkout, keeping what it holds."""

from __future__ import annotations

from pathlib import Path

from alembic import command, context
from alembic.config import Config
from sqlalchemy import Connection, MetaData, create_engine


def upgrade(migrations: Path, url: str) -> None:
    """Create or upgrade a database by the migrations in a folder. Again, it changes nothing."""
    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.attributes["url"] = url
    command.upgrade(config, "head")


def run_migrations(metadata: MetaData, version_table: str) -> None:
    """Run what Alembic was asked for, in one transaction; what an `env.py` calls."""
    engine = create_engine(context.config.attributes["url"])
    try:
        with engine.connect() as connection:
            _over(connection, metadata, version_table)
    finally:
        engine.dispose()


def _over(connection: Connection, metadata: MetaData, version_table: str) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite tables are rebuilt where it cannot alter them.
        render_as_batch=connection.dialect.name == "sqlite",
        version_table=version_table,
    )
    with context.begin_transaction():
        context.run_migrations()
