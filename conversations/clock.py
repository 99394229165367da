"""Now and today, as inputs: a test sets them, the product reads the system's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


def clock_on(day: date | None) -> Clock:
    """Return a clock whose day stands still, for measuring and showing; None: the system's."""
    if day is None:
        return system_clock
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
