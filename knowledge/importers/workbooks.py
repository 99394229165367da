"""The first sheet of an XLSX workbook as rows of text. Formulas are refused, never computed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.importers.archives import require_harmless
from knowledge.importers.refusing import FileRefused
from knowledge.importers.tables import MAX_COLUMNS, Row

MAX_BYTES = 50_000_000
MAX_ROWS = 1_048_576  # what a sheet can hold


def workbook_rows(path: Path, sheet: str | None = None) -> Iterator[Row]:
    """Yield rows of one sheet, the first unless it is named. Raises FileRefused."""
    if path.stat().st_size > MAX_BYTES:
        raise FileRefused(f"is larger than {MAX_BYTES:,} bytes: export it as CSV")
    require_harmless(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise FileRefused("is not a workbook that can be read: save it again as .xlsx") from error
    try:
        chosen = book[sheet] if sheet else book.worksheets[0]
        chosen.reset_dimensions()
        yield from _rows(chosen)
    except (KeyError, IndexError) as error:
        raise FileRefused("does not hold the sheet that is looked for") from error
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[Row]:
    width = 0
    for line, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS), start=1):
        if len(cells) > MAX_COLUMNS:
            raise FileRefused(f"row {line} has more than {MAX_COLUMNS} columns")
        row = [_text(cell, line) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if row:
            width = width or len(row)  # a sheet leaves out empty cells at the end of a row
            yield line, row + [""] * (width - len(row))


def _text(cell: Any, line: int) -> str:
    value = cell.value
    if cell.data_type == "f":
        where = f"row {line}, column {cell.column_letter}"
        raise FileRefused(f"{where}: holds a formula; copy the sheet and paste values only")
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
