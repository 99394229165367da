"""Runs the migrations of the conversations database over the address it is handed."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine

from conversations.models import Base


def run() -> None:
    """Upgrade in one transaction; SQLite tables are rebuilt where it cannot alter them."""
    engine = create_engine(context.config.attributes["url"])
    try:
        with engine.connect() as connection:
            _over(connection)
    finally:
        engine.dispose()


def _over(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        version_table="conversations_version",
    )
    with context.begin_transaction():
        context.run_migrations()


run()
