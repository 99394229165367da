"""`pathways kb`: look at, check, publish and undo the knowledge base."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from cli.coverage_text import coverage_lines
from cli.draft_text import draft_lines, drafts_in
from cli.home import DEFAULT_HOME, HomeUnusable, keep_to_owner, made
from cli.kb_text import (
    change_lines,
    list_lines,
    listed,
    problem_lines,
    record_lines,
    record_of,
)
from cli.languages import require_language
from cli.operator_settings import WrongSetting, require_settings
from knowledge import links as link_check
from knowledge import publishing
from knowledge.content_files.coordinates import locator
from knowledge.drafts import Desk
from knowledge.drafts.book import noting_files
from knowledge.problems import ContentRefused, KnowledgeError, NothingToPublish
from knowledge.publishing import Deed, Published
from knowledge.reader import Library
from knowledge.worklists import link_targets

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
Home = Annotated[Path, typer.Option("--home", envvar="PATHWAYS_HOME", help="The data folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Language = Annotated[str, typer.Option("--language", help="The language to show: en or es.")]
Record = Annotated[str, typer.Argument(help="The id of a program or of a ladder.")]
Why = Annotated[str, typer.Option("--why", help="Why, in a line; kept with what you do.")]
FAILED = 1


@app.command("list")
def list_programs(
    home: Home = DEFAULT_HOME, as_json: AsJson = False, language: Language = "en"
) -> None:
    """List the published programs."""
    require_language(language)
    with _told():
        found = listed(Library(home).current(), language)
        _show(found, list_lines(found), as_json)


@app.command()
def show(
    record: Record,
    home: Home = DEFAULT_HOME,
    as_json: AsJson = False,
    language: Language = "en",
) -> None:
    """Show a program or a ladder with its sources."""
    require_language(language)
    with _told():
        found = record_of(Library(home).current(), record, language)
        if found is None:
            _fail(f"the release holds no “{record}”: `pathways kb list` shows what it holds")
        _show(found, record_lines(found), as_json)


@app.command()
def check(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """Look the content files over and change nothing. Exit code 1: they cannot be published."""
    with _told():
        found = publishing.check(home)
    counts = f"{found.programs} programs, {found.ladders} ladders, {found.occupations} occupations"
    lines = [*problem_lines(found.problems), counts, *coverage_lines(found.coverage)]
    lines += change_lines(found.changes)
    _show({"ok": not found.errors, **asdict(found)}, lines, as_json)
    if found.errors:
        raise typer.Exit(FAILED)


@app.command()
def drafts(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """List the changes that wait in the console, and what is left to mend in them."""
    with _told():
        found = drafts_in(Desk(made(home)), date.today())
        _show(found, draft_lines(found), as_json)


@app.command()
def publish(home: Home = DEFAULT_HOME, as_json: AsJson = False, why: Why = "") -> None:
    """Publish the content files. A running chat answers with them at once."""
    with _told(as_json):
        who = _who()
        deed = Deed("operator", who, why or None, noting_files(who, why, locator()))
        done = publishing.publish(made(home), deed)
        _show_published(done, "is published; a running chat answers with it now", as_json)


@app.command()
def links(
    home: Home = DEFAULT_HOME,
    limit: Annotated[int, typer.Option(help="How many addresses to look at.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Look whether the addresses in the published records still lead somewhere: one a second."""
    with _told(as_json):
        found = list(_looked_at(home, limit))
        link_check.keep(home, found)
    bad = [one for one in found if one.state not in ("well", "forbidden")]
    lines = [f"{one.state:<9} {one.note:<24} {one.address}" for one in bad]
    lines.append(f"{len(found)} addresses looked at, {len(bad)} to look into")
    _show({"findings": [asdict(one) for one in found]}, lines, as_json)


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
    with _told(as_json):
        done = publishing.undo(made(home), Deed("operator", _who(), why or None))
        _show_published(
            done, "is in force again; your files still hold what you took back", as_json
        )


def _who() -> str:
    """Name who runs the command, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "operator"


def _show_published(done: Published, what: str, as_json: bool) -> None:
    lines = [*change_lines(done.changes), f"Release {done.release} {what}."]
    _show({"ok": True, **asdict(done)}, lines, as_json)


def _show(data: dict[str, Any], lines: list[str], as_json: bool) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


@contextmanager
def _told(as_json: bool = False) -> Iterator[None]:
    """Tell in words what keeps a command from being done, and end with the code for it."""
    keep_to_owner()
    try:
        require_settings()
        yield
    except NothingToPublish as nothing:
        _show({"ok": True, "release": nothing.release, "changes": None}, [str(nothing)], as_json)
    except ContentRefused as refused:
        problems = [asdict(problem) for problem in refused.problems]
        _show({"ok": False, "problems": problems}, problem_lines(refused.problems), as_json)
        _fail("nothing was published: mend these first")
    except (KnowledgeError, HomeUnusable, WrongSetting) as error:
        _fail(str(error))


def _fail(sentence: str) -> NoReturn:
    print(f"pathways kb: {sentence}", file=sys.stderr)
    raise typer.Exit(FAILED)
