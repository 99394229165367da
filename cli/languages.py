"""Which languages a command may be asked to answer in."""

from __future__ import annotations

import typer

import locales

WRONG_INPUT = 2


def require_language(language: str | None) -> None:
    """End the command with exit code 2 and a sentence when we do not speak a language."""
    if language is not None and language not in locales.languages():
        typer.echo(f"--language {language}: use {' or '.join(locales.languages())}", err=True)
        raise typer.Exit(WRONG_INPUT)
