"""Which lock files a folder was filled from, by hash, so that nothing is installed twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

_NAME = ".installed.json"


def digests(locks: Iterable[Path]) -> dict[str, str]:
    return {lock.stem: hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks}


def read_stamp(folder: Path) -> dict[str, str]:
    """Return lock name to hash, and `folder` to where it was made; empty without a stamp."""
    try:
        stamp = json.loads((folder / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_current(folder: Path, locks: Iterable[Path]) -> bool:
    """Say whether the folder holds these very locks, and still stands where it was made."""
    stamp = read_stamp(folder)
    wanted = {**digests(locks), "folder": str(folder)}
    return all(stamp.get(name) == value for name, value in wanted.items())


def write_stamp(folder: Path, locks: Iterable[Path]) -> None:
    stamp = {**digests(locks), "folder": str(folder)}
    (folder / _NAME).write_text(json.dumps(stamp, indent=1), encoding="utf-8")
