"""Lets one process at a time change what is published. A crash frees the lock."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from knowledge.problems import StoreUnavailable
from knowledge.shelf import FOLDER

NAME = ".lock"
PATIENCE_S = 60.0
PAUSE_S = 0.05


@contextmanager
def alone(home: Path, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Wait for the others, then keep them out. Raises StoreUnavailable when they take too long."""
    with _opened(home / FOLDER) as file:
        _wait_for(file.fileno(), patience_s)
        yield


def _opened(folder: Path) -> TextIO:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / NAME).open("a")
    except OSError as error:
        raise StoreUnavailable(f"“{folder}” cannot be written to ({error.strerror})") from error


def _wait_for(descriptor: int, patience_s: float) -> None:
    give_up_at = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() >= give_up_at:
                raise StoreUnavailable(
                    "someone else is publishing; try again in a minute"
                ) from error
            time.sleep(PAUSE_S)
