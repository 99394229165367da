"""What the operators' pages draw on, handed over once the public app is up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import Request

from conversations.clock import Clock
from conversations.counts import Counts
from matching.program import Words
from web.insight.metrics import Meter, Totals
from web.shared.problems import Problem


@dataclass(frozen=True)
class Sources:
    """One per process."""

    counts: Counts
    clock: Clock
    jobs: Callable[[], Mapping[str, Words]]  # titles by SOC code
    meter: Meter
    totals: Totals


def sources_of(request: Request) -> Sources:
    """Return what this app draws on; 503 while the public app is still being put together."""
    found = request.app.state.sources()
    if found is None:
        raise Problem(503, "Not up yet.").retry_after(2)
    assert isinstance(found, Sources)
    return found
