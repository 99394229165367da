"""Tables as files: CSV that no spreadsheet runs, and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

Json = dict[str, Any]
RUNS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so, spreadsheets take for a formula


def as_file(rows: Sequence[Json], name: str, form: str) -> Response:
    """Return rows as a file to keep; `form` is csv or json."""
    if form == "json":
        return JSONResponse(list(rows))
    disposition = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(as_csv(rows), 200, disposition, "text/csv; charset=utf-8")


def as_csv(rows: Sequence[Json]) -> str:
    """Write rows as CSV with a heading; lists are parted by "; "."""
    sheet = io.StringIO()
    columns = list(rows[0]) if rows else ["id"]
    writer = csv.writer(sheet)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return sheet.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(RUNS) else text
