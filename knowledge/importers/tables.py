"""Delimited text as rows with line numbers, read as a stream. Hostile text is refused early."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from knowledge.importers.refusing import FileRefused

Row = tuple[int, list[str]]  # the line a row begins on, its cells
MAX_LINE = 200_000  # characters between two line ends
MAX_CELL = 50_000
MAX_COLUMNS = 500
SAMPLE = 65_536
MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
AS_UTF8 = (
    "save it again as UTF-8: in Excel choose “CSV UTF-8”, in LibreOffice the character set UTF-8"
)


def rows_of(path: Path, delimiter: str = ",") -> Iterator[Row]:
    """Yield rows, the header first; empty lines are left out. Raises FileRefused."""
    _refuse_other_encodings(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from _rows(csv.reader(_lines(file), delimiter=delimiter, strict=True))


def header_of(row: Row) -> list[str]:
    """Read the names of columns. Raises FileRefused when they cannot be told apart."""
    names = [name.strip() for name in row[1]]
    twice = sorted({name for name in names if names.count(name) > 1})
    if "" in names:
        raise FileRefused(f"column {names.index('') + 1} has no name: write one in the first line")
    if twice:
        raise FileRefused(f"the column “{twice[0]}” stands twice: keep one of the two")
    return names


def _rows(reader: Iterator[list[str]]) -> Iterator[Row]:
    csv.field_size_limit(MAX_CELL)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise FileRefused(f"line {line}: {_said(str(error))}") from error
        except UnicodeDecodeError as error:
            raise FileRefused(f"near line {line}: is not UTF-8 text; {AS_UTF8}") from error
        if cells is None:
            return
        if len(cells) > MAX_COLUMNS:
            raise FileRefused(f"line {line} has more than {MAX_COLUMNS} columns")
        if cells:
            yield line, cells
        line = reader.line_num + 1  # type: ignore[attr-defined]  # a csv reader counts lines


def _lines(file: Iterator[str]) -> Iterator[str]:
    while True:
        line = file.readline(MAX_LINE + 1)  # type: ignore[attr-defined]  # an open file
        if not line:
            return
        if len(line) > MAX_LINE:
            raise FileRefused(f"holds a line of more than {MAX_LINE:,} characters: split it")
        if "\0" in line:
            raise FileRefused("holds NUL bytes: it is not a text file; export it again as CSV")
        yield line


def _said(error: str) -> str:
    if "field larger" in error:
        return f"holds a cell of more than {MAX_CELL:,} characters: shorten it"
    return 'a quotation mark is not closed, or stands inside a word: write two of them, as in ""'


def _refuse_other_encodings(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    for mark, name in MARKS:
        if start.startswith(mark):
            raise FileRefused(f"is {name} text and not UTF-8: {AS_UTF8}")
    if start.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise FileRefused("is not a text file: export it as CSV, or say --as xlsx for a workbook")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError as error:
        line = start.count(b"\n", 0, error.start) + 1
        message = f"line {line}: looks like Windows-1252 (Latin) text and not UTF-8; {AS_UTF8}"
        raise FileRefused(message) from error
