"""`pathways migrate`: brings every database to this version and fills what is empty."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

import conversations.setup
import knowledge.setup
from cli.home import DEFAULT_HOME
from knowledge.problems import ContentRefused

app = typer.Typer(add_completion=False)


@app.command()
def migrate(
    home: Annotated[Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")] = (
        DEFAULT_HOME
    ),
) -> None:
    """Bring the databases up to date and publish what ships; running it again changes nothing."""
    try:
        typer.echo(knowledge.setup.prepare(home).note)
    except ContentRefused as refusal:
        for problem in refusal.problems:
            typer.echo(str(problem), err=True)
        raise typer.Exit(1) from refusal
    conversations.setup.prepare(home, os.environ.get("PATHWAYS_CONVERSATIONS_URL"))
