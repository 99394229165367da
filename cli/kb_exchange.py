"""`pathways kb import|export|template`: files from other programs, and files for them."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.home import DEFAULT_HOME, made
from cli.kb_telling import FAILED, fail, tell, told, who
from cli.kb_text import change_lines
from knowledge.content_files.coordinates import locator
from knowledge.content_files.folder_writing import write_folder
from knowledge.content_files.yaml_writing import yaml_text
from knowledge.exporters import flat
from knowledge.importers import acts
from knowledge.importers.flat import document_from
from knowledge.importers.staging import Counts
from knowledge.importers.template import MOST_BAD, Order, Read
from knowledge.reader import Library

app = typer.Typer(add_completion=False)
Format = Annotated[str, typer.Option("--as", help="csv, xlsx or yaml.")]
Home = Annotated[Path, typer.Option("--home", envvar="PATHWAYS_HOME", help="The data folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Out = Annotated[Path | None, typer.Option("--out", help="Where to write it.")]
SHOWN = 20  # faults told in a terminal; the rest stand in the file to mend


@app.command("import")
def import_file(  # noqa: PLR0913  # each is an option of the command
    file: Annotated[Path, typer.Argument(help="The file to import.", exists=True, dir_okay=False)],
    form: Format = "csv",
    home: Home = DEFAULT_HOME,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    bad_share: Annotated[
        float, typer.Option(min=0, max=1, help="Share of bad rows that stops a file.")
    ] = MOST_BAD,
    why: Annotated[str, typer.Option(help="Why, in a line.")] = "",
    as_json: AsJson = False,
) -> None:
    """Import programs from the own template. Rows that do not fit are set aside to mend."""
    with told(as_json):
        order = Order(file, form, made(home), who(), why or file.name, bad_share, _progress)
        found, done = (acts.look(order), None) if dry_run else acts.take(order)
        lines, plain = _lines(found), _plain(found)
        if done:
            lines += change_lines(done.changes)
            lines.append(f"Release {done.release} is published; a running chat answers with it now")
            plain |= asdict(done)
        elif not dry_run:
            lines.append("There is nothing to publish.")
        tell(plain, lines, as_json)
        if found.faults:
            raise typer.Exit(FAILED)


@app.command("export")
def export(
    form: Format = "csv", out: Out = None, home: Home = DEFAULT_HOME, as_json: AsJson = False
) -> None:
    """Write what is published as files. Imported again, they change nothing."""
    with told(as_json):
        content, locate = Library(home).current().content, locator()
        place = out or Path("pathways-content" if form == "yaml" else f"pathways-programs.{form}")
        if form == "yaml":
            _require_new(place)
            write_folder(content, place, locate)
        else:
            _write(form, list(flat.program_rows(content, locate)), place)
        counted = f"{len(content.programs)} programs are written to {place}"
        tell({"ok": True, "out": str(place)}, [counted], as_json)


@app.command()
def template(form: Format = "csv", out: Out = None) -> None:
    """Write the template with one filled example, and show what each column may hold."""
    with told():
        if form == "yaml":
            row = dict(zip(flat.HEADER, flat.EXAMPLE, strict=True))
            text = yaml_text(document_from(row, None))
            (out or Path("high-step.yml")).write_text(text, encoding="utf-8")
        else:
            _write(form, [flat.EXAMPLE], out or Path(f"pathways-template.{form}"))
        tell({}, list(flat.dictionary_lines()), False)


def _write(form: str, rows: list[list[str]], place: Path) -> None:
    writers = {"csv": flat.write_csv, "xlsx": flat.write_xlsx}
    if form not in writers:
        fail(f"“{form}” is not a format: write csv, xlsx or yaml")
    writers[form](rows, place)


def _require_new(place: Path) -> None:
    if place.exists() and any(place.iterdir()):
        fail(f"{place} is not empty: name a new folder with --out")


def _progress(counts: Counts) -> None:
    if sys.stderr.isatty():
        print(f"\r{counts.rows:,} rows, {counts.bad:,} to mend", end="", file=sys.stderr)


def _plain(found: Read) -> dict[str, Any]:
    return {
        "ok": not found.faults,
        "rows": found.rows,
        "edits": [edit.label for edit in found.edits],
        "faults": [asdict(fault) for fault in found.faults],
        "similar": [asdict(one) for one in found.similar],
        "quarantine": str(found.quarantine) if found.quarantine else None,
    }


def _lines(found: Read) -> list[str]:
    lines = [str(fault) for fault in found.faults[:SHOWN]]
    if len(found.faults) > SHOWN:
        lines.append(f"… and {len(found.faults) - SHOWN:,} more")
    if found.quarantine:
        lines.append(f"Rows to mend are in {found.quarantine}: mend and import that file")
    for one in found.similar:
        lines.append(f"{one.new} looks like {one.known} ({one.percent} of 100): is it the same?")
    changed = f"{len(found.edits):,} are new or say something else"
    return [*lines, f"{found.rows:,} rows, {changed}"]
