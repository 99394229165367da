"""`pathways reach`: who of a list of people can go to a program now, or is one step short."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.home import DEFAULT_HOME
from cli.languages import require_language

app = typer.Typer(add_completion=False)
WRONG_INPUT, NOTHING_PUBLISHED = 2, 3  # exit codes

Home = Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")]


@app.command()
def reach(  # noqa: PLR0913 - one parameter for each option of the command
    program: Annotated[str, typer.Argument(help="The id of a program.")],
    people: Annotated[
        Path, typer.Argument(help='A file with a line for each person: {"id": …, "profile": {…}}.')
    ],
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    home: Home = DEFAULT_HOME,
) -> None:
    """List who can go to a program now, and who is one step short and which step that is."""
    from knowledge.advice import Advice, UnknownRecord
    from knowledge.reader import CatalogUnavailable, Library
    from places.gazetteer import Gazetteer

    require_language(language)
    profiles = dict(_people(people))
    try:
        advice = Advice(Library(home).current(), Gazetteer.open(), date.today(), language)
        found = advice.reach(program, profiles)
    except UnknownRecord as error:
        raise _stop(f"the release holds no “{program}”", WRONG_INPUT) from error
    except CatalogUnavailable as error:
        message = "Nothing is published here yet. Run: pathways migrate"
        raise _stop(message, NOTHING_PUBLISHED) from error
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for one in found:
        steps = "; ".join(step["text"] for step in (one["path"] or {"steps": ()})["steps"])
        typer.echo(f"{one['person']}  {one['verdict']}{'  → ' + steps if steps else ''}")
    typer.echo(f"{len(found)} of {len(profiles)} people")


def _people(path: Path) -> Iterator[tuple[str, Any]]:
    """Read people; every line is a profile with an id."""
    from knowledge.whereabouts import told
    from locales import DEFAULT
    from matching.profile_json import ProfileProblem, profile_from

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _stop(f"{path} could not be read: {error}", WRONG_INPUT) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            yield str(said["id"]), profile_from(said["profile"])
        except ProfileProblem as problem:
            raise _stop(f"{path}:{number}: {told(problem, DEFAULT)}", WRONG_INPUT) from problem
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            wrong = f'{path}:{number}: write {{"id": …, "profile": {{…}}}}: {error}'
            raise _stop(wrong, WRONG_INPUT) from error


def _stop(message: str, code: int) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(code)
