"""Writes content as a folder of files that reads back as the same content."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from knowledge.content import Content, WageTable
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.wages import COLUMNS
from knowledge.content_files.writing import (
    filled_in,
    guidelines_document,
    ladder_document,
    occupation_document,
    program_document,
)
from knowledge.content_files.yaml_writing import yaml_text


def write_folder(content: Content, folder: Path, locate: Locator | None = None) -> None:
    """Write every record; `locate` is what reading will put sites on the map with."""
    for name, text in files_of(content, locate):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files_of(content: Content, locate: Locator | None = None) -> Iterator[tuple[str, str]]:
    """Yield the path below the folder and the text of each file."""
    left = filled_in(content, locate)
    for program in content.programs.values():
        yield f"programs/{program.id}.yml", yaml_text(program_document(program, left))
    for ladder in content.ladders.values():
        yield f"ladders/{ladder.id}.yml", yaml_text(ladder_document(ladder))
    jobs = [occupation_document(job) for job in content.occupations.values()]
    yield "occupations.yml", yaml_text(jobs)
    guidelines = guidelines_document(content.programs.values())
    if guidelines:
        yield "poverty.yml", yaml_text(guidelines)
    if content.wages:
        yield f"wages/oews_{content.wages.as_of.replace('-', '_')}.csv", _wages(content.wages)


def _wages(table: WageTable) -> str:
    sheet = io.StringIO()
    sheet.write(f"# source: {table.source.title}\n")
    if table.source.url:
        sheet.write(f"# url: {table.source.url}\n")
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for soc, areas in table.rows.items():
        writer.writerows([soc, area, *row] for area, row in areas.items())
    return sheet.getvalue()
