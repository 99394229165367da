"""Mistakes that people report in records: kept until somebody looked into them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from conversations.clock import Clock, system_clock
from conversations.database import erase_log
from conversations.masking import masked
from conversations.models import Report

MOST_WAITING = 10_000  # nobody could work through more; a flood is then turned away
KEPT_DAYS = 90  # after it was closed


class Outcome(StrEnum):
    """What came of a report."""

    MENDED = "mended"
    RIGHT_AS_IT_IS = "right_as_it_is"
    NOT_USABLE = "not_usable"


class TooManyReports(Exception):
    """More reports wait than anyone can work through."""


class UnknownReport(Exception):
    """There is no such report, or somebody closed it already."""


class Reports:
    """The reports of the conversations database."""

    def __init__(self, database: sessionmaker[Database], clock: Clock = system_clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, record_id: str, text: str, language: str) -> None:
        """Keep a report, without contact details. Raises `TooManyReports`."""
        report = Report(
            record_id=record_id, text=masked(text), language=language, given_at=self._clock()
        )
        with self._database.begin() as database:
            waiting = select(func.count()).where(Report.closed_at.is_(None))
            if (database.scalar(waiting) or 0) >= MOST_WAITING:
                raise TooManyReports
            database.add(report)

    def waiting(self, limit: int) -> Sequence[Report]:
        """Return the reports that nobody looked into yet, the oldest first."""
        wanted = select(Report).where(Report.closed_at.is_(None)).order_by(Report.id).limit(limit)
        with self._database() as database:
            return database.scalars(wanted).all()

    def count_waiting(self) -> int:
        """Return how many wait."""
        with self._database() as database:
            return database.scalar(select(func.count()).where(Report.closed_at.is_(None))) or 0

    def close(self, report_id: int, outcome: Outcome, by: str) -> None:
        """Note what came of a report. Raises `UnknownReport`."""
        with self._database.begin() as database:
            done = database.execute(
                update(Report)
                .where(Report.id == report_id, Report.closed_at.is_(None))
                .values(closed_at=self._clock(), closed_by=by, outcome=outcome)
                .returning(Report.id)
            ).first()
            if done is None:
                raise UnknownReport

    def forget_old(self) -> None:
        """Delete reports that were closed long ago."""
        limit = self._clock() - timedelta(days=KEPT_DAYS)
        with self._database.begin() as database:
            database.execute(delete(Report).where(Report.closed_at < limit))
        erase_log(self._database)
