"""Hands out the release in force, re-read only when the pointer has moved. No database."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from pathlib import Path
from threading import Lock

from knowledge.content import Occupation
from knowledge.problems import CatalogUnavailable
from knowledge.release import Release, Wage
from knowledge.shelf import pointer_path, read_pointer, read_release

__all__ = ["CatalogUnavailable", "Library", "Occupation", "Release", "Wage"]

KEPT = 4  # releases held in memory: the one in force, and those that open conversations began with
Stamp = tuple[int, int, int]
log = logging.getLogger(__name__)


class Library:
    """The releases of one installation. Safe to share between threads."""

    def __init__(self, home: Path | str) -> None:
        self._home = Path(home)
        self._pointer = os.fspath(pointer_path(self._home))
        self._lock = Lock()
        self._kept: OrderedDict[str, Release] = OrderedDict()
        self._seen: tuple[Stamp, Release] | None = None

    def current(self) -> Release:
        """Return the release in force.

        A release that cannot be read leaves the last good one in force.
        Raises CatalogUnavailable when there has been none.
        """
        seen = self._seen
        stamp = self._stamp()
        if seen is not None and seen[0] == stamp:
            return seen[1]
        with self._lock:
            return self._reread()

    def release(self, name: str) -> Release:
        """Return a release by id. Raises CatalogUnavailable when it is not there."""
        with self._lock:
            return self._read(name)

    def _stamp(self) -> Stamp | None:
        try:
            found = os.stat(self._pointer)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _reread(self) -> Release:
        stamp = self._stamp()
        if self._seen is not None and self._seen[0] == stamp:
            return self._seen[1]
        try:
            release = self._read(read_pointer(self._home))
        except CatalogUnavailable:
            if self._seen is None:
                raise
            log.exception("the new release cannot be read; the last good one stays in force")
            release = self._seen[1]
        if stamp is not None:
            self._seen = (stamp, release)
        return release

    def _read(self, name: str) -> Release:
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        release = read_release(self._home, name)
        self._kept[release.id] = release
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return release
