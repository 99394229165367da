"""Own CSV: rows checked and compared a second, and memory, beside loading the same file unchecked.

`executemany` puts the raw cells into SQLite. It checks and compares nothing.
"""

from __future__ import annotations

import argparse
import csv
import resource
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measuring import kept, machine, timed
from knowledge.exporters.flat import EXAMPLE, HEADER
from knowledge.importers.staging import Checker, Staging, digest_of_cells, header_and_rows
from knowledge.importers.tables import rows_of

CHANGED = 20  # one row in so many says something else than what is in force


def _rows(count: int) -> Iterator[list[str]]:
    for number in range(count):
        yield [f"program-{number}", *EXAMPLE[1:]]


def _in_force(count: int) -> Iterator[tuple[str, bytes]]:
    for number, row in enumerate(_rows(count)):
        yield row[0], digest_of_cells(row if number % CHANGED else [*row, "other"])


def _staged(path: Path, staging: Staging) -> int:
    names, rows = header_and_rows(rows_of(path))
    for _ in staging.stage(rows, Checker(names), 0.05):
        pass
    staging.refuse_repeated()
    return sum(1 for _ in staging.changed())


def _loaded(path: Path, place: Path) -> None:
    with sqlite3.connect(place) as file, path.open(encoding="utf-8", newline="") as text:
        file.execute(f"CREATE TABLE raw ({', '.join(HEADER)})")
        marks = ", ".join("?" * len(HEADER))
        file.executemany(f"INSERT INTO raw VALUES ({marks})", csv.reader(text))


def measured(count: int) -> dict[str, Any]:
    """Write a file, stage it, load it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER])
            csv.writer(file).writerows(_rows(count))
        found: list[int] = []
        with Staging(Path(folder) / "staged.sqlite3") as staging:
            staging.begin("bench", _in_force(count))
            seconds = timed(lambda: found.append(_staged(path, staging)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        raw = timed(lambda: _loaded(path, Path(folder) / "raw.sqlite3"))
    return {
        **machine(),
        "rows": count,
        "columns": len(HEADER),
        "changed": found[0],
        "checked_and_compared_rows_a_second": round(count / seconds),
        "peak_mb": round(peak),
        "executemany_unchecked_rows_a_second": round(count / raw),
    }


def main() -> None:
    """Measure and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    kept("importing", measured(parser.parse_args().rows))


if __name__ == "__main__":
    main()
