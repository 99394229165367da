"""What the pages of the console draw on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fastapi import Request

from conversations.clock import Clock
from conversations.reports import Reports
from knowledge.drafts import Desk
from knowledge.reader import Library


@dataclass(frozen=True)
class Console:
    """One per process."""

    library: Library
    desk: Desk
    reports: Reports
    clock: Clock
    home: Path  # the data folder
    second_person: bool = False  # who wrote a change may not publish it

    @property
    def today(self) -> date:
        """The day by which people are judged."""
        return self.clock().date()


def console_of(request: Request) -> Console:
    """Return the console's services of this app."""
    console = request.app.state.console
    assert isinstance(console, Console)
    return console
