"""What the pages of the console draw on."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from knowledge.reader import Library
from places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Console:
    """One per process."""

    library: Library
    gazetteer: Gazetteer


def console_of(request: Request) -> Console:
    """Return the console's services of this app."""
    console = request.app.state.console
    assert isinstance(console, Console)
    return console
