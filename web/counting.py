"""Writes the counts down beside the turns: every few seconds, and once more at the end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

from fastapi.concurrency import run_in_threadpool

from conversations.counts import Counts, write_down
from conversations.insight import KEPT_DAYS
from conversations.tally import Tally
from web.insight.sources import Sources

EVERY_S = 5.0  # what a crash loses at most


@contextlib.asynccontextmanager
async def written_down(tally: Tally, counts: Counts) -> AsyncIterator[None]:
    """Write the tally down while the block runs."""
    ending = asyncio.Event()
    writing = asyncio.create_task(_write_until(ending, tally, counts))
    try:
        yield
    finally:
        ending.set()
        await writing


async def _write_until(ending: asyncio.Event, tally: Tally, counts: Counts) -> None:
    while not ending.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ending.wait(), EVERY_S)
        await run_in_threadpool(write_down, tally, counts)


def forget_old(sources: Sources) -> None:
    """Delete the counts of days that are past their keeping."""
    sources.counts.forget_before(sources.clock().date() - timedelta(days=KEPT_DAYS))
