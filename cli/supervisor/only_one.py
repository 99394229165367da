"""Lets one supervisor at a time work on a data folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.supervisor.part import SupervisionFailed


@contextmanager
def only_one(home: Path, address: str) -> Iterator[None]:
    """Hold the folder's lock; the system frees it however this process ends."""
    folder = home / "run"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "supervisor.lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise SupervisionFailed(
                f"Pathways already runs from this checkout ({lock.read().strip()}). "
                "End it first, or give this one a data folder of its own with PATHWAYS_HOME."
            ) from error
        lock.truncate(0)
        lock.write(f"process {os.getpid()}, {address}\n")
        lock.flush()
        yield
