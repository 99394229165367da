"""Ends a run together with the `make` that started it, also where make does not pass a signal on.

A Ctrl-C reaches make and us alike, and make hands SIGTERM on. But a SIGINT sent to make alone only
makes it wait for us, and a killed make tells nobody.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_LOOK_S = 0.5


def started_by_make(environ: Mapping[str, str] = os.environ) -> bool:
    return "MAKELEVEL" in environ and sys.platform == "linux"


def end_with_it() -> None:
    """Have the system send us SIGTERM when make is killed; without make, do nothing."""
    if started_by_make():
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


async def when_interrupted(end: Callable[[], None]) -> None:
    """Call `end` when make was interrupted: it then holds SIGINT back while it waits for us."""
    interrupt = 1 << (signal.SIGINT - 1)
    while started_by_make():
        if _signals_held_back_by(os.getppid()) & interrupt:
            end()
            return
        await asyncio.sleep(_LOOK_S)


def _signals_held_back_by(process: int) -> int:
    """Return the signals that a process blocks, as bits; 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    blocked = next(line for line in status.splitlines() if line.startswith("SigBlk:"))
    return int(blocked.split()[1], 16)
