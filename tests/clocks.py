"""A clock that a test moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Stands still until it is put on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def put_on(self, **by: float) -> None:
        """Let time pass, given as for a timedelta."""
        self.now += timedelta(**by)
