"""Imports the own template: stage, compare, turn changed rows into edits, check, publish."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from knowledge.content import Content
from knowledge.content_files.writing import filled_in, program_document
from knowledge.drafts.applying import Applied, Surroundings, applied, file_of
from knowledge.drafts.edits import Edit, digest_in
from knowledge.importers.flat import Json, document_from, row_of
from knowledge.importers.refusing import FileRefused, RowFault
from knowledge.importers.similar import Similar, similar_in
from knowledge.importers.staging import (
    FOLDER,
    Checker,
    Counts,
    Staging,
    digest_of_file,
    digests_for,
    header_and_rows,
    neutral,
)
from knowledge.importers.tables import Row, rows_of
from knowledge.importers.workbooks import workbook_rows
from knowledge.reader import Release

READERS: dict[str, Callable[[Path], Iterator[Row]]] = {"csv": rows_of, "xlsx": workbook_rows}
MOST_BAD = 0.05  # share of bad rows that stops a file
Progress = Callable[[Counts], None]


@dataclass(frozen=True)
class Order:
    """What to import, and how."""

    path: Path
    format: str  # csv or xlsx
    home: Path
    who: str
    why: str
    most_bad: float = MOST_BAD
    progress: Progress = field(default=lambda counts: None)


@dataclass(frozen=True)
class Read:
    """What a file would change. Rows with faults are left out of `content`."""

    rows: int
    edits: tuple[Edit, ...]
    faults: tuple[RowFault, ...]
    similar: tuple[Similar, ...]  # new programs that may be there already
    content: Content
    quarantine: Path | None  # a file of the bad rows, to mend and import again


def read(order: Order, release: Release, around: Surroundings) -> Read:
    """Read a file over a release; nothing is published. Raises FileRefused."""
    names, rows = header_and_rows(READERS[order.format](order.path))
    checker = Checker(names)
    digest = digest_of_file(order.path)
    left = filled_in(release.content, around.locate)
    documents = {
        name: program_document(one, left) for name, one in release.content.programs.items()
    }
    with Staging(order.home / FOLDER / f"{digest[:32]}.sqlite3") as staging:
        in_force = digests_for(names, map(row_of, documents.values()))
        done = staging.begin(f"{digest} {release.id}", in_force)
        _skip(rows, done)
        for counts in staging.stage(rows, checker, order.most_bad):
            order.progress(counts)
        staging.refuse_repeated()
        edits = _edits(staging, checker, documents, (order, release))
        found = _checked(staging, edits, release, around)
        counts = staging.counts()
        kept = [edit for edit in edits.values() if not found.is_refused(edit)]
        quarantine = _quarantined(staging, order, names) if counts.bad else None
        faults = tuple(staging.faults())
        staging.remove()
    new = [edit for edit in kept if edit.record_id not in documents]
    similar = tuple(similar_in(new, documents))
    total = counts.rows + counts.bad
    return Read(total, tuple(kept), faults, similar, found.content, quarantine)


def _skip(rows: Iterator[Row], done: int) -> None:
    for _ in range(done):
        next(rows, None)


def _edits(
    staging: Staging, checker: Checker, documents: dict[str, Json], over: tuple[Order, Release]
) -> dict[int, Edit]:
    order, release = over
    now = datetime.now(UTC).replace(microsecond=0)
    blank = Edit("program", "", None, "", order.who, now, order.why)
    found: dict[int, Edit] = {}
    for line, name, cells in staging.changed():
        row = dict(zip(checker.names, json.loads(cells), strict=True))
        document = document_from(row, documents.get(name))
        if document != documents.get(name):
            seen = digest_in(release.content, "program", name)
            found[line] = replace(blank, record_id=name, document=document, seen=seen)
    return found


def _checked(
    staging: Staging, edits: dict[int, Edit], release: Release, around: Surroundings
) -> Applied:
    """Check whole records as content files are, and set rows aside that cannot be published."""
    done = applied(release.content, list(edits.values()), around)
    wrong: dict[str, tuple[str, str]] = {}
    for problem in done.problems:
        if problem.severity == "error":
            wrong.setdefault(problem.file, (problem.field, problem.message))
    at_line = {line: cells for line, _, cells in staging.changed()}
    for line, edit in edits.items():
        if file_of(edit) in wrong:
            staging.set_aside(line, *wrong[file_of(edit)], at_line[line])
    return done


def _quarantined(staging: Staging, order: Order, names: list[str]) -> Path:
    """Write the bad rows as a file beside the data, in the columns they came in."""
    path = order.home / FOLDER / f"{order.path.stem[:80]}-to-mend.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([neutral(cell) for cell in cells] for _, cells in staging.bad_rows())
    return path


def require_known(name: str) -> None:
    """Raise FileRefused for a format that is none."""
    if name not in READERS:
        raise FileRefused(f"“{name}” is not a format: write one of {', '.join(READERS)}")
