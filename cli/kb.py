"""`pathways kb`: look at, check, publish and undo the knowledge base."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli import kb_exchange
from cli.coverage_text import coverage_lines
from cli.draft_text import draft_lines, drafts_in
from cli.home import DEFAULT_HOME, made
from cli.kb_telling import FAILED, fail, tell, told, who
from cli.kb_text import (
    change_lines,
    list_lines,
    listed,
    problem_lines,
    record_lines,
    record_of,
)
from cli.languages import require_language
from knowledge import links as link_check
from knowledge import publishing
from knowledge.content_files.coordinates import locator
from knowledge.drafts import Desk
from knowledge.drafts.book import noting_files
from knowledge.publishing import Deed, Published
from knowledge.reader import Library
from knowledge.worklists import link_targets

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
app.add_typer(kb_exchange.app)
Home = Annotated[Path, typer.Option("--home", envvar="PATHWAYS_HOME", help="The data folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Language = Annotated[str, typer.Option("--language", help="The language to show: en or es.")]
Record = Annotated[str, typer.Argument(help="The id of a program or of a ladder.")]
Why = Annotated[str, typer.Option("--why", help="Why, in a line; kept with what you do.")]


@app.command("list")
def list_programs(
    home: Home = DEFAULT_HOME, as_json: AsJson = False, language: Language = "en"
) -> None:
    """List the published programs."""
    require_language(language)
    with told():
        found = listed(Library(home).current(), language)
        tell(found, list_lines(found), as_json)


@app.command()
def show(
    record: Record,
    home: Home = DEFAULT_HOME,
    as_json: AsJson = False,
    language: Language = "en",
) -> None:
    """Show a program or a ladder with its sources."""
    require_language(language)
    with told():
        found = record_of(Library(home).current(), record, language)
        if found is None:
            fail(f"the release holds no “{record}”: `pathways kb list` shows what it holds")
        tell(found, record_lines(found), as_json)


@app.command()
def check(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """Look the content files over and change nothing. Exit code 1: they cannot be published."""
    with told():
        found = publishing.check(home)
    counts = f"{found.programs} programs, {found.ladders} ladders, {found.occupations} occupations"
    lines = [*problem_lines(found.problems), counts, *coverage_lines(found.coverage)]
    lines += change_lines(found.changes)
    tell({"ok": not found.errors, **asdict(found)}, lines, as_json)
    if found.errors:
        raise typer.Exit(FAILED)


@app.command()
def drafts(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """List the changes that wait in the console, and what is left to mend in them."""
    with told():
        found = drafts_in(Desk(made(home)), date.today())
        tell(found, draft_lines(found), as_json)


@app.command()
def publish(home: Home = DEFAULT_HOME, as_json: AsJson = False, why: Why = "") -> None:
    """Publish the content files. A running chat answers with them at once."""
    with told(as_json):
        by = who()
        deed = Deed("operator", by, why or None, noting_files(by, why, locator()))
        done = publishing.publish(made(home), deed)
        _show_published(done, "is published; a running chat answers with it now", as_json)


@app.command()
def links(
    home: Home = DEFAULT_HOME,
    limit: Annotated[int, typer.Option(help="How many addresses to look at.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Look whether the addresses in the published records still lead somewhere: one a second."""
    with told(as_json):
        found = list(_looked_at(home, limit))
        link_check.keep(home, found)
    bad = [one for one in found if one.state not in ("well", "forbidden")]
    lines = [f"{one.state:<9} {one.note:<24} {one.address}" for one in bad]
    lines.append(f"{len(found)} addresses looked at, {len(bad)} to look into")
    tell({"findings": [asdict(one) for one in found]}, lines, as_json)


def _looked_at(home: Path, limit: int) -> Iterator[link_check.Finding]:
    known = link_check.kept(home)
    addresses = link_targets(Library(home).current())
    # Those never looked at, or longest ago, come first: a run may be ended at any time.
    due = sorted(addresses, key=lambda one: known[one].checked_on if one in known else "")
    with link_check.client() as client:
        checker = link_check.Checker(client, date.today().isoformat())
        for finding in checker.check(due[: limit or None]):
            print(f"{finding.state:<9} {finding.address}", file=sys.stderr)
            yield finding


@app.command()
def undo(home: Home = DEFAULT_HOME, as_json: AsJson = False, why: Why = "") -> None:
    """Take the last release back: the one before it is in force again. Files stay as they are."""
    with told(as_json):
        done = publishing.undo(made(home), Deed("operator", who(), why or None))
        _show_published(
            done, "is in force again; your files still hold what you took back", as_json
        )


def _show_published(done: Published, what: str, as_json: bool) -> None:
    lines = [*change_lines(done.changes), f"Release {done.release} {what}."]
    tell({"ok": True, **asdict(done)}, lines, as_json)
