"""One turn at a time in one talk, within this process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary


class _Lock:
    """A lock that a weak dictionary can hold."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


class KeyedLocks:
    """A lock for each key; one nobody holds takes no memory."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: WeakValueDictionary[str, _Lock] = WeakValueDictionary()

    @contextmanager
    def holding(self, key: str) -> Iterator[None]:
        """Wait for the key's turn."""
        with self._guard:
            held = self._locks.setdefault(key, _Lock())
        with held.lock:
            yield
