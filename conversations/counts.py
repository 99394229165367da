"""Keeps the daily counts: numbers that several processes add to, and no word of anybody."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sqlalchemy import Engine, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from conversations.models import Count
from conversations.tally import Daily, Tally

log = logging.getLogger("pathways.counts")
COUNTS = cast(Table, Count.__table__)
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
Numbers = Mapping[str, Mapping[str, int]]  # by topic and what
ROWS_AT_ONCE = 200  # four values each: far below what SQLite takes in one statement


class Counts:
    """The counts of the conversations database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, taken: Daily) -> None:
        """Add to the numbers that stand there, all of them or none.

        Rows come in one order from every process, so that two of them never wait for each other.
        """
        rows = [
            {"day": day, "topic": topic, "what": what, "number": number}
            for (day, topic, what), number in sorted(taken.items())
        ]
        with self._engine.begin() as connection:
            for start in range(0, len(rows), ROWS_AT_ONCE):
                connection.execute(self._upsert(rows[start : start + ROWS_AT_ONCE]))

    def _upsert(self, rows: list[dict[str, Any]]) -> Any:
        statement = INSERT[self._engine.dialect.name](COUNTS).values(rows)
        return statement.on_conflict_do_update(
            index_elements=["day", "topic", "what"],
            set_={"number": COUNTS.c.number + statement.excluded.number},
        )

    def between(self, first: date, last: date) -> Numbers:
        """Return the sums of some days, both ends included."""
        asked = (
            select(Count.topic, Count.what, func.sum(Count.number))
            .where(Count.day.between(first, last))
            .group_by(Count.topic, Count.what)
        )
        found: dict[str, dict[str, int]] = defaultdict(dict)
        with self._engine.connect() as connection:
            for topic, what, number in connection.execute(asked):
                found[topic][what] = int(number)
        return found

    def forget_before(self, day: date) -> None:
        """Delete the counts of every earlier day."""
        with self._engine.begin() as connection:
            connection.execute(delete(Count).where(Count.day < day))


def write_down(tally: Tally, counts: Counts) -> bool:
    """Move what a process counted into the database; keep it for later when that fails."""
    taken = tally.take()
    if not taken:
        return True
    try:
        counts.add(taken)
    except SQLAlchemyError as error:
        tally.put_back(taken)
        log.warning("counts are written down later: %s", type(error).__name__)
        return False
    return True
