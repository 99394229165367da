"""`pathways path`: the way from one program or job to another, step by step, or as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from cli.home import DEFAULT_HOME
from cli.languages import require_language

app = typer.Typer(add_completion=False)
MARKS = {"lead": "»", "train": "→", "up": "↑", "lateral": "↔"}
NO_WAY, WRONG_INPUT, NOTHING_PUBLISHED = 1, 2, 3  # exit codes
Json = dict[str, Any]

Home = Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")]


@app.command()
def path(  # noqa: PLR0913 - one parameter for each option of the command
    start: Annotated[
        str, typer.Argument(metavar="FROM", help="A program or a job: an id, a SOC code or words.")
    ],
    goal: Annotated[str, typer.Argument(metavar="TO", help="A job or a program, named likewise.")],
    state: Annotated[
        str | None, typer.Option(help="Two letters: show the wages of that state.")
    ] = None,
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    home: Home = DEFAULT_HOME,
) -> None:
    """Show the way from one program or job to another: what each step is, needs, takes and pays."""
    answer = _found(home, language, (start, goal, _known(state)))
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    elif answer["way"]:
        _show(Console(highlight=False, soft_wrap=True), answer["way"])
    if answer["way"] is None:
        raise _stop(f"No source leads from “{start}” to “{goal}”.", NO_WAY)


def _known(state: str | None) -> str | None:
    from matching.profile_fields import STATES

    if state is not None and state.upper() not in STATES:
        raise _stop(f"“{state}” is no state: use two letters, such as WI.", WRONG_INPUT)
    return state.upper() if state else None


def _stop(message: str, code: int) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(code)


def _found(home: Path, language: str, asked: tuple[str, str, str | None]) -> Json:
    # Imported here so that --help needs no release and stays quick.
    from knowledge.advice import Advice, UnknownRecord
    from knowledge.reader import CatalogUnavailable, Library
    from places.gazetteer import Gazetteer

    require_language(language)
    try:
        advice = Advice(Library(home).current(), Gazetteer.open(), date.today(), language)
        return advice.way(*asked)
    except UnknownRecord as unknown:
        message = f"“{unknown}” names no program and no job on a ladder. Try: electrician, 47-2111"
        raise _stop(message, WRONG_INPUT) from unknown
    except CatalogUnavailable as error:
        message = "Nothing is published here yet. Run: pathways migrate"
        raise _stop(message, NOTHING_PUBLISHED) from error


def _show(console: Console, way: Json) -> None:
    console.print(f"[bold]{escape(way['from']['name'])}[/bold]")
    _tell(console, way["from"].get("wage_text"))
    for step in way["steps"]:
        kind, name = escape(step["kind_text"]), escape(step["to"]["name"])
        console.print(
            f"\n{MARKS[step['kind']]} {kind}: [bold]{name}[/bold] \\[{step['sources'][0] + 1}]"
        )
        _tell(console, step["to"].get("wage_text"))
        if step["time"]:
            _tell(console, f"{step['time']['text']} [{step['time']['source'] + 1}]")
        for need in step["needs"]:
            _tell(console, f"· {need['text']} [{need['source'] + 1}]")
    console.print()
    for number, source in enumerate(way["sources"], start=1):
        _tell(console, f"[{number}] {source['title']}, {source['as_of'] or '–'}")


def _tell(console: Console, text: str | None) -> None:
    if text:
        console.print(f"  {escape(text)}")
