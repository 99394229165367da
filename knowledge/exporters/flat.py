"""Programs as the own template, for a spreadsheet; and the template itself with one example."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl

from knowledge.content import Content
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.writing import filled_in, program_document
from knowledge.importers.columns import COLUMNS
from knowledge.importers.flat import row_of
from knowledge.importers.staging import neutral

HEADER = [column.name for column in COLUMNS]
EXAMPLE = [column.example for column in COLUMNS]


def program_rows(content: Content, locate: Locator | None = None) -> Iterator[list[str]]:
    """Yield a row for each program, cells in the order of the columns."""
    left = filled_in(content, locate)
    for program in content.programs.values():
        yield list(row_of(program_document(program, left)).values())


def write_csv(rows: Iterable[list[str]], path: Path) -> None:
    """Write UTF-8 with a mark, so that a spreadsheet reads accents; nothing in it is run."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(map(neutral, row) for row in rows)


def write_xlsx(rows: Iterable[list[str]], path: Path) -> None:
    """Write a workbook whose cells are all text."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("programs")
    for row in (HEADER, *rows):
        sheet.append([neutral(cell) for cell in row])
    book.save(path)


def dictionary_lines() -> Iterator[str]:
    """Write the data dictionary: a line for each column."""
    yield "| column | needed | what to write | example |"
    yield "|---|---|---|---|"
    for column in COLUMNS:
        needed = "yes" if column.needed else ""
        yield f"| `{column.name}` | {needed} | {column.hint} | {column.example} |"
