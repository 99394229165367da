"""What figures are counted on is frozen: its hashes are kept, and runs on the test part logged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

HASHES, RUNS = "frozen.json", "runs.jsonl"
TEST_PART = ("messages/test/*.jsonl", "talks/test/*.yml")


class Thawed(ValueError):
    """The files are not what was frozen: figures on them would not compare."""


def hashes_of(folder: Path, patterns: Sequence[str] = TEST_PART) -> dict[str, str]:
    """Hash every file of the patterns, by its path."""
    files = [file for pattern in patterns for file in folder.glob(pattern)]
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(files)
    }


def freeze(folder: Path, patterns: Sequence[str] = TEST_PART) -> None:
    """Keep the hashes of the files as they are now."""
    text = json.dumps(hashes_of(folder, patterns), indent=2) + "\n"
    (folder / HASHES).write_text(text, encoding="utf-8")


def check(folder: Path, patterns: Sequence[str] = TEST_PART) -> None:
    """Raise `Thawed` when the files are not the frozen ones."""
    kept = json.loads((folder / HASHES).read_text(encoding="utf-8"))
    now = hashes_of(folder, patterns)
    changed = sorted(name for name in kept.keys() | now.keys() if kept.get(name) != now.get(name))
    if changed:
        raise Thawed(f"what was frozen changed: {', '.join(changed)}")


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
