"""Rows of one file on their way in: checked, and compared with what is in force, on disk.

A file is known by its digest. What was staged before a run ended is there for the next run.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from knowledge.importers.columns import BY_NAME, Column
from knowledge.importers.refusing import FileRefused, RowFault, unfit
from knowledge.importers.tables import Row, header_of

FOLDER = "importing"  # below the data folder
BATCH = 2_000
REMEMBERED = 1_000  # cells of a column known to fit; most columns hold few different ones
APART = "\x1f"
NEUTRAL = "'"  # stands before a cell that a spreadsheet would run
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
ENOUGH = 100  # rows before a share of bad ones says anything
SCHEMA = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000;
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS in_force (id TEXT PRIMARY KEY, digest BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rows (line INTEGER PRIMARY KEY, id TEXT, digest BLOB, cells TEXT);
CREATE TABLE IF NOT EXISTS bad (line INTEGER PRIMARY KEY, field TEXT, message TEXT, cells TEXT);
"""


@dataclass(frozen=True)
class Counts:
    """How many rows a file has."""

    rows: int
    bad: int


def digest_of_file(path: Path) -> str:
    """Name a file by what it holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of_cells(cells: Iterable[str]) -> bytes:
    """Name a row by what it says."""
    return hashlib.blake2b(APART.join(cells).encode(), digest_size=16).digest()


def neutral(cell: str) -> str:
    """Keep a spreadsheet from running a cell."""
    return NEUTRAL + cell if cell.startswith(RUN_BY_SPREADSHEETS) else cell


def plain(cell: str) -> str:
    """Take the mark of `neutral` away."""
    marked = cell[:1] == NEUTRAL and cell[1:].startswith(RUN_BY_SPREADSHEETS)
    return cell[1:] if marked else cell


class Checker:
    """The checks of one header, compiled once."""

    def __init__(self, names: list[str]) -> None:
        unknown = [name for name in names if name not in BY_NAME]
        if unknown:
            raise FileRefused(
                f"the column “{unknown[0][:60]}” is not one of the template: "
                "`pathways kb template` shows them all"
            )
        if "id" not in names:
            raise FileRefused("has no column id: it names the program of each row")
        self.names = names
        self.id_at = names.index("id")
        self._columns: list[Column] = [BY_NAME[name] for name in names]
        self._fits = [(column.fits, column.needed) for column in self._columns]
        self._fitting: list[set[str]] = [set() if c.needed else {""} for c in self._columns]

    def fault(self, line: int, cells: list[str]) -> RowFault | None:
        """Find the first cell that does not fit."""
        if len(cells) != len(self._fits):
            message = f"has {len(cells)} cells and not {len(self._fits)}: look for a comma too many"
            return RowFault(line, "", message)
        for at, (cell, fitting) in enumerate(zip(cells, self._fitting, strict=True)):
            if cell in fitting:
                continue
            fits, needed = self._fits[at]
            if (cell and (cell[0] == "=" or not fits(cell))) or (needed and not cell):
                return self._told(line, self._columns[at], cell)
            if len(fitting) < REMEMBERED:
                fitting.add(cell)
        return None

    def _told(self, line: int, column: Column, cell: str) -> RowFault:
        if cell.startswith("="):
            return RowFault(line, column.name, unfit(cell, "a formula is never read; write text"))
        return RowFault(line, column.name, unfit(cell, column.hint))


class Staging:
    """The staged rows of one file over one release."""

    def __init__(self, place: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._place = place
        self._file = sqlite3.connect(place)
        self._file.executescript(SCHEMA)

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def begin(self, stamp: str, digests: Iterable[tuple[str, bytes]]) -> int:
        """Start, or go on where the same file over the same release stopped.

        `digests` name the rows in force. Returns how many rows are staged already.
        """
        known = self._file.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchone()
        if known != (stamp,):
            for table in ("meta", "in_force", "rows", "bad"):
                self._file.execute(f"DELETE FROM {table}")
            self._file.executemany("INSERT INTO in_force VALUES (?, ?)", digests)
            self._file.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp,))
            self._file.commit()
        counts = self.counts()
        return counts.rows + counts.bad

    def stage(self, rows: Iterator[Row], checker: Checker, most_bad: float) -> Iterator[Counts]:
        """Check and keep rows batch by batch. Raises FileRefused when too many are bad."""
        counts = self.counts()
        good, bad = counts.rows, counts.bad
        _require_few(good, bad, most_bad)
        while batch := list(islice(rows, BATCH)):
            kept, refused = _sorted(batch, checker)
            self._file.executemany("INSERT INTO rows VALUES (?, ?, ?, ?)", kept)
            self._file.executemany("INSERT INTO bad VALUES (?, ?, ?, ?)", refused)
            self._file.commit()
            good, bad = good + len(kept), bad + len(refused)
            _require_few(good, bad, most_bad)
            yield Counts(good, bad)

    def refuse_repeated(self) -> None:
        """Set rows aside whose id stands in an earlier row."""
        self._file.execute("CREATE INDEX IF NOT EXISTS rows_by_id ON rows (id, line)")
        repeated = self._file.execute(
            "SELECT line, id, cells, first FROM (SELECT *, min(line) OVER (PARTITION BY id)"
            " AS first FROM rows) WHERE line > first"
        ).fetchall()
        for line, name, cells, first in repeated:
            self.set_aside(line, "id", f"“{name}” stands in line {first} already: keep one", cells)
        self._file.commit()

    def set_aside(self, line: int, field: str, message: str, cells: str) -> None:
        """Move a row to the bad ones."""
        self._file.execute("DELETE FROM rows WHERE line = ?", (line,))
        self._file.execute("INSERT INTO bad VALUES (?, ?, ?, ?)", (line, field, message, cells))

    def changed(self) -> Iterator[tuple[int, str, str]]:
        """Yield line, id and cells of the rows that are new or say something else."""
        yield from self._file.execute(
            "SELECT rows.line, rows.id, rows.cells FROM rows LEFT JOIN in_force USING (id)"
            " WHERE in_force.digest IS NULL OR in_force.digest <> rows.digest ORDER BY rows.line"
        )

    def faults(self) -> list[RowFault]:
        """Return what is to mend, by line."""
        found = self._file.execute("SELECT line, field, message FROM bad ORDER BY line")
        return [RowFault(*row) for row in found]

    def bad_rows(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what is wrong with each bad row, and its cells."""
        for message, cells in self._file.execute("SELECT message, cells FROM bad ORDER BY line"):
            yield message, json.loads(cells)

    def counts(self) -> Counts:
        """Count the rows so far."""
        counted = "SELECT (SELECT count(*) FROM rows), (SELECT count(*) FROM bad)"
        return Counts(*self._file.execute(counted).fetchone())

    def remove(self) -> None:
        """Forget the file."""
        self._file.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._place}{ending}").unlink(missing_ok=True)


Kept = tuple[int, str, bytes, str]
Refused = tuple[int, str, str, str]


def _sorted(batch: list[Row], checker: Checker) -> tuple[list[Kept], list[Refused]]:
    kept: list[Kept] = []
    refused: list[Refused] = []
    for line, raw in batch:
        cells = list(map(str.strip, raw))
        if NEUTRAL in APART.join(cells):
            cells = [plain(cell) for cell in cells]
        fault = checker.fault(line, cells)
        if fault:
            said = json.dumps(raw, ensure_ascii=False)
            refused.append((line, fault.column, fault.message, said))
        else:
            said = json.dumps(cells, ensure_ascii=False)
            kept.append((line, cells[checker.id_at], digest_of_cells(cells), said))
    return kept, refused


def _require_few(good: int, bad: int, most_bad: float) -> None:
    rows = good + bad
    if rows >= ENOUGH and bad > rows * most_bad:
        raise FileRefused(
            f"{bad:,} of the first {rows:,} rows cannot be taken: nothing was written. "
            "Mend the file, or allow more with --bad-share"
        )


def digests_for(
    names: Iterable[str], rows: Iterable[Mapping[str, str]]
) -> Iterator[tuple[str, bytes]]:
    """Name rows in force by what the columns of a file say of them."""
    order = list(names)
    for row in rows:
        yield row["id"], digest_of_cells(row[name].strip() for name in order)


def header_and_rows(rows: Iterator[Row]) -> tuple[list[str], Iterator[Row]]:
    """Split the header off. Raises FileRefused for an empty file."""
    first = next(rows, None)
    if first is None:
        raise FileRefused("is empty: begin with the names of the columns")
    return header_of(first), rows
