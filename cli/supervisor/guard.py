"""Ends the supervised process groups when the supervisor itself was killed.

Run as a program of its own, standard library only: it reads `+group` and `-group` lines and,
when its input ends, ends the groups that are left. Input ends however the supervisor dies.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress


def watch(lines: Iterable[str], grace_s: float) -> None:
    """Follow the supervisor's lines to their end, then end what it left behind."""
    groups: set[int] = set()
    for line in lines:
        group = int(line[1:])
        groups.add(group) if line[0] == "+" else groups.discard(group)
    for group in groups:
        _send(group, signal.SIGTERM)
    until = time.monotonic() + grace_s
    while any(_send(group, 0) for group in groups) and time.monotonic() < until:
        time.sleep(0.05)
    for group in groups:
        _send(group, signal.SIGKILL)


def _send(group: int, number: int) -> bool:
    """Signal a group; say whether it was there."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    # The guard outlives whatever stops the others: only the end of its input ends it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        with suppress(OSError):
            signal.signal(number, signal.SIG_IGN)
    watch(sys.stdin, float(sys.argv[1]))
