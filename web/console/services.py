"""What the pages of the console draw on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi import Request

from conversations.clock import Clock
from conversations.reports import Reports
from knowledge.reader import Library


@dataclass(frozen=True)
class Console:
    """One per process."""

    library: Library
    reports: Reports
    clock: Clock
    home: Path  # the data folder


def console_of(request: Request) -> Console:
    """Return the console's services of this app."""
    console = request.app.state.console
    assert isinstance(console, Console)
    return console
