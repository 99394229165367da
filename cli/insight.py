"""`pathways insight`: how the guide was used, as counts that tell of nobody."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

import locales
from cli.home import DEFAULT_HOME
from cli.languages import require_language
from cli.operator_settings import WrongSetting, require_settings
from conversations.clock import system_clock
from conversations.counts import Counts
from conversations.database import FILE, engine_for
from conversations.disclosure import Table
from conversations.insight import DEFAULT_DAYS, FEW, PERIODS, Insight, insight_of, label_of
from knowledge.reader import CatalogUnavailable, Library
from matching.program import Words

app = typer.Typer(add_completion=False)
FAILED, WRONG_INPUT = 1, 2  # exit codes
URL = "PATHWAYS_CONVERSATIONS_URL"


@app.command()
def insight(
    days: Annotated[int, typer.Option(help="7, 30 or 90 days, up to yesterday.")] = DEFAULT_DAYS,
    home: Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")] = (
        DEFAULT_HOME
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    language: Annotated[str, typer.Option("--language", help="en or es.")] = "en",
) -> None:
    """Show visits, wishes, thumbs and the like of the last days that are over."""
    require_language(language)
    if days not in PERIODS:
        _stop(f"--days {days}: use {', '.join(map(str, PERIODS))}", WRONG_INPUT)
    found = _found(home.resolve(), days)
    shown = json.dumps(found.json, ensure_ascii=False, indent=2) if as_json else None
    print(shown or "\n".join(_lines(found, language, _jobs(home.resolve()))))


def _found(home: Path, days: int) -> Insight:
    try:
        require_settings()
    except WrongSetting as problem:
        _stop(str(problem), WRONG_INPUT)
    url = os.environ.get(URL)
    if not url and not (home / FILE).exists():
        _stop("there is no conversations database yet: pathways migrate", FAILED)
    engine = engine_for(home, url)
    try:
        return insight_of(Counts(engine), system_clock().date(), days)
    except SQLAlchemyError as error:
        _stop(f"the counts cannot be read ({type(error).__name__}): pathways doctor", FAILED)
    finally:
        engine.dispose()


def _jobs(home: Path) -> Mapping[str, Words]:
    try:
        return Library(home).current().job_titles
    except CatalogUnavailable:
        return {}


def _lines(found: Insight, language: str, jobs: Mapping[str, Words]) -> Iterator[str]:
    days = {"first": {"date": found.first.isoformat()}, "last": {"date": found.last.isoformat()}}
    yield locales.say("insight.command.title", language, days)
    for table in found.tables:
        yield f"\n{locales.say(f'insight.{table.topic}.title', language)}"
        yield from _rows(table, language, jobs)


def _rows(table: Table, language: str, jobs: Mapping[str, Words]) -> Iterator[str]:
    if not table.cells:
        yield f"  {locales.say('insight.none', language)}"
    for cell in table.cells:
        number = FEW if cell.number is None else str(cell.number)
        yield f"  {number:>9}  {label_of(table.topic, cell.what, language, jobs)}"


def _stop(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)
