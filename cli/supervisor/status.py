"""What each part is doing now, kept where web can read it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

STARTING = "starting"
UP = "up"
RESTARTING = "restarting"

Listener = Callable[[str, str], None]


class Status:
    """The state of every part by name; each change is written at once and told to a listener."""

    def __init__(self, file: Path, listener: Listener) -> None:
        self._file = file
        self._listener = listener
        self._parts: dict[str, str] = {}
        file.parent.mkdir(parents=True, exist_ok=True)
        self._write()

    def __getitem__(self, name: str) -> str:
        return self._parts.get(name, "")

    def tell(self, name: str, state: str) -> None:
        """Note that a part is in a state, unless that is known."""
        if self._parts.get(name) == state:
            return
        self._parts[name] = state
        self._write()
        self._listener(name, state)

    def all_up(self) -> bool:
        return all(state == UP for state in self._parts.values())

    def end(self) -> None:
        """Take the file away: when nothing runs, nothing is up."""
        self._file.unlink(missing_ok=True)

    def _write(self) -> None:
        aside = self._file.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps({"parts": self._parts}), encoding="utf-8")
        aside.replace(self._file)
