"""`pathways migrate`: brings every database to this version and fills what is empty."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

import conversations.setup
import knowledge.setup
import staff.setup
from cli.home import DEFAULT_HOME, HomeUnusable, made
from cli.operator_settings import WrongSetting, require_settings
from knowledge.problems import ContentRefused, KnowledgeError

app = typer.Typer(add_completion=False)
PRIVATE = {"conversations": conversations.setup.prepare, "staff": staff.setup.prepare}
FAILED, WRONG_INPUT = 1, 2  # exit codes


@app.command()
def migrate(
    home: Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")] = (
        DEFAULT_HOME
    ),
) -> None:
    """Bring the databases up to date and publish what ships; running it again changes nothing."""
    try:
        require_settings()
        _prepare(made(home))
    except (WrongSetting, HomeUnusable) as problem:
        raise _stop(str(problem), WRONG_INPUT) from problem
    except ContentRefused as refusal:
        raise _stop("\n".join(map(str, refusal.problems)), FAILED) from refusal
    except KnowledgeError as error:
        raise _stop(str(error), FAILED) from error


def _prepare(home: Path) -> None:
    typer.echo(knowledge.setup.prepare(home).note)
    for name, prepare in PRIVATE.items():
        try:
            prepare(home, os.environ.get(f"PATHWAYS_{name.upper()}_URL"))
        except SQLAlchemyError as error:
            sentence = f"the {name} database does not answer ({error.code})"
            raise _stop(sentence, FAILED) from error


def _stop(sentence: str, code: int) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(code)
