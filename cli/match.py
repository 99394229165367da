"""`pathways match`: which published programs fit a person, on paper or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from cli.home import DEFAULT_HOME
from cli.languages import require_language

app = typer.Typer(add_completion=False)
MARKS = {"met": "✓", "not_met": "○", "unknown": "?"}
WRONG_INPUT, NOTHING_PUBLISHED = 2, 3  # exit codes

Home = Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")]


@app.command()
def match(  # noqa: PLR0913 - one parameter for each option of the command
    profile: Annotated[
        str | None, typer.Option(help="A file with a profile as JSON; - reads it from the input.")
    ] = None,
    age: Annotated[int | None, typer.Option(help="Whole years.")] = None,
    education: Annotated[
        str | None, typer.Option(help="A level such as some_high_school or high_school.")
    ] = None,
    grade: Annotated[int | None, typer.Option(help="Highest grade finished.")] = None,
    city: Annotated[str | None, typer.Option(help='A city, or "City, XX".')] = None,
    state: Annotated[str | None, typer.Option(help="Two letters, such as WI.")] = None,
    zip_code: Annotated[str | None, typer.Option("--zip", help="Five digits.")] = None,
    likes: Annotated[
        list[str] | None, typer.Option(help="A sector; say it again for more.")
    ] = None,
    dislikes: Annotated[list[str] | None, typer.Option(help="A sector to leave out.")] = None,
    fact: Annotated[
        list[str] | None, typer.Option(help="A fact that is true: veteran; or not: veteran=no.")
    ] = None,
    income: Annotated[int | None, typer.Option(help="Dollars a year, of all at home.")] = None,
    household: Annotated[int | None, typer.Option(help="How many live at home.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many programs.")] = 5,
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    home: Home = DEFAULT_HOME,
) -> None:
    """Match a profile with the published programs, best first, and say what to ask next.

    Options change what the profile file says.
    """
    change = {
        "age": age,
        "education": {"level": education, "grade": grade},
        "location": {**_place(city, state), "zip": zip_code},
        "interests": {"likes": likes, "dislikes": dislikes},
        "facts": dict(map(_fact, fact or ())),
        "household_income_usd": income,
        "household_size": household,
    }
    answer = _matched(home, language, limit, (_read(profile), _said(change)))
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _show(Console(highlight=False), answer)


def _place(city: str | None, state: str | None) -> dict[str, str | None]:
    if city and state is None and "," in city:
        city, _, state = (part.strip() for part in city.rpartition(","))
    return {"city": city, "state": state.upper() if state else None}


def _fact(written: str) -> tuple[str, bool]:
    name, _, answer = written.partition("=")
    return name, answer.casefold() not in {"no", "false", "0"}


def _said(change: dict[str, Any]) -> dict[str, Any]:
    """Leave out what was not given: a change names only what it changes."""
    kept = {
        key: _said(value) if isinstance(value, dict) else value for key, value in change.items()
    }
    return {key: value for key, value in kept.items() if value not in (None, {}, [])}


def _read(source: str | None) -> Any:
    if source is None:
        return {}
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        return json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise _stop(f"{source} could not be read as JSON: {error}", WRONG_INPUT) from error


def _stop(message: str, code: int) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(code)


def _matched(home: Path, language: str, limit: int, said: tuple[Any, Any]) -> dict[str, Any]:
    # Imported here so that --help needs no release and stays quick.
    from knowledge.advice import Advice
    from knowledge.reader import CatalogUnavailable, Library
    from knowledge.whereabouts import told
    from matching.profile_json import ProfileProblem, json_of, profile_after, profile_from
    from places.gazetteer import Gazetteer

    require_language(language)
    try:
        person = profile_after(profile_from(said[0]), said[1])
        advice = Advice(Library(home).current(), Gazetteer.open(), date.today(), language)
        return advice.match(json_of(person), limit)
    except ProfileProblem as problem:
        raise _stop(told(problem, language), WRONG_INPUT) from problem
    except CatalogUnavailable as error:
        message = "Nothing is published here yet. Run: pathways migrate"
        raise _stop(message, NOTHING_PUBLISHED) from error


def _requirement_lines(requirements: list[dict[str, Any]], indent: str = "  ") -> Iterator[str]:
    """Write requirements with whose rule they are; of a choice not yet settled each part too."""
    for one in requirements:
        note = f" · {escape(one['note'])}" if one.get("note") else ""
        yield f"{indent}{MARKS[one['status']]} {escape(one['text'])}{note}"
        if one["status"] != "met":
            yield from _requirement_lines(one["alternatives"], indent + "  ")


def _show(console: Console, answer: dict[str, Any]) -> None:
    for card in answer["matches"]:
        console.print(
            f"\n[bold]{escape(card['name'])}[/bold]  {card['verdict']}  {card['score']:.2f}"
        )
        for line in _requirement_lines(card["requirements"]):
            console.print(line)
        for gap in card["missing"]:
            for step in gap["steps"]:
                console.print(f"  → {escape(step['text'])}")
        for reason in card["reasons"]:
            console.print(f"  · {escape(reason['text'])} ({reason['points']:+.2f})")
    question = answer["next_question"]
    if question:
        console.print(f"\n{escape(question['text'])} ({escape(question['why'])})")
