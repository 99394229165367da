"""The test part is frozen: its hash is kept, and every run on it is logged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

HASHES, RUNS = "frozen.json", "runs.jsonl"


class Thawed(ValueError):
    """The test part is not what was frozen: figures on it would not compare."""


def hashes_of(folder: Path) -> dict[str, str]:
    """Hash every file of the test part, by its path."""
    files = [*folder.glob("messages/test/*.jsonl"), *folder.glob("talks/test/*.yml")]
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(files)
    }


def freeze(folder: Path) -> None:
    """Keep the hashes of the test part as it is now."""
    text = json.dumps(hashes_of(folder), indent=2) + "\n"
    (folder / HASHES).write_text(text, encoding="utf-8")


def check(folder: Path) -> None:
    """Raise `Thawed` when the test part is not the frozen one."""
    kept = json.loads((folder / HASHES).read_text(encoding="utf-8"))
    now = hashes_of(folder)
    changed = sorted(name for name in kept.keys() | now.keys() if kept.get(name) != now.get(name))
    if changed:
        raise Thawed(f"the frozen test part changed: {', '.join(changed)}")


def log_run(folder: Path, today: date, figures: Mapping[str, Any]) -> None:
    """Write one line for a run on the test part: figures only, never a message."""
    line = json.dumps({"on": today.isoformat(), **figures}, ensure_ascii=False)
    with (folder / RUNS).open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def runs(folder: Path) -> list[dict[str, Any]]:
    """Return the runs so far, first to last."""
    log = folder / RUNS
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [json.loads(line) for line in lines]
