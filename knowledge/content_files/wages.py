"""Reads one year of BLS wages from a CSV file. An empty field is not published, never zero."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from knowledge.content import WageRow, WageTable
from knowledge.content_files.fields import STATES
from knowledge.content_files.yaml_text import Complaint
from matching.program import Source

MAX_BYTES = 20_000_000
COLUMNS = ("soc", "state", "median_usd", "p10_usd", "p90_usd")
NAME = re.compile(r"oews_(\d{4})_(\d{2})\.csv")
SOC = re.compile(r"\d\d-\d{4}")
DOLLARS = re.compile(r"[1-9]\d{0,6}")
AREAS = STATES | {"US"}
SOURCE = re.compile(r"#\s*source:\s*(\S.{0,280})")
URL = re.compile(r"#\s*url:\s*(https?://\S{1,900})")
EXAMPLE = "47-2111,WI,75340,47890,108160"


def read_wages(name: str, content: bytes) -> tuple[WageTable | None, list[Complaint]]:
    """Read the table; a row that does not fit is a complaint with its line."""
    dated = NAME.fullmatch(name)
    if not dated:
        return None, [Complaint(1, (), "has no date in its name: call it oews_2025_05.csv")]
    if len(content) > MAX_BYTES:
        return None, [Complaint(1, (), f"is larger than {MAX_BYTES:,} bytes")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Complaint(1, (), "is not UTF-8 text: save the file as UTF-8")]
    said = SOURCE.search(text)
    if not said:
        return None, [
            Complaint(1, ("source",), "is missing: begin with a line `# source: who says so`")
        ]
    url = URL.search(text)
    as_of = "-".join(dated.groups())
    source = Source(said[1].strip(), url[1] if url else None, as_of, None, "government", bool(url))
    rows, complaints = _rows(text)
    return WageTable(as_of, source, rows), complaints


def _rows(text: str) -> tuple[Mapping[str, Mapping[str, WageRow]], list[Complaint]]:
    rows: dict[str, dict[str, WageRow]] = {}
    complaints: list[Complaint] = []
    numbered = _written(text)
    line, header = next(numbered, (1, []))
    if tuple(header) != COLUMNS:
        return {}, [Complaint(line, (), f"must begin with the columns {','.join(COLUMNS)}")]
    for line, cells in numbered:
        fault = _fault(cells, rows)
        if fault:
            complaints.append(Complaint(line, (fault[0],), fault[1]))
            continue
        soc, state, *dollars = cells
        median, low, high = (int(cell) if cell else None for cell in dollars)
        rows.setdefault(soc, {})[state] = (median, low, high)
    return rows, complaints


def _written(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error:
        yield reader.line_num + 1, ["?"]


def _fault(cells: list[str], rows: Mapping[str, Mapping[str, WageRow]]) -> tuple[str, str] | None:
    if len(cells) != len(COLUMNS):
        return "", f"has {len(cells)} columns and not {len(COLUMNS)}: write a row such as {EXAMPLE}"
    soc, state, *dollars = cells
    if not SOC.fullmatch(soc):
        return "soc", f"“{soc[:20]}” does not fit: write an occupation code such as 47-2111"
    if state not in AREAS:
        return "state", f"“{state[:20]}” does not fit: write two letters such as WI, or US"
    for name, cell in zip(COLUMNS[2:], dollars, strict=True):
        if cell and not DOLLARS.fullmatch(cell):
            return name, f"“{cell[:20]}” does not fit: write dollars such as 63190, or nothing"
    if state in rows.get(soc, {}):
        return "soc", f"{soc} in {state} stands twice: keep one of the rows"
    return None
