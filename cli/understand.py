"""`pathways understand`: what a text is understood as, read here without the running parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.home import DEFAULT_HOME
from cli.languages import WRONG_INPUT, require_language

if TYPE_CHECKING:
    from understanding.intents import IntentWeights
    from understanding.reading import Reading

app = typer.Typer(add_completion=False)


@app.command()
def understand(
    text: Annotated[str, typer.Argument(help="What a person typed.")],
    language: Annotated[str | None, typer.Option(help="The language of the talk so far.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    home: Annotated[
        Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")
    ] = DEFAULT_HOME,
) -> None:
    """Show the intent, the language and what a text says of a person, word by word."""
    require_language(language)
    if not text.strip():
        typer.echo('Type what a person might say: pathways understand "I am 19"', err=True)
        raise typer.Exit(WRONG_INPUT)
    # Imported here so that --help needs no vocabulary and stays quick.
    from understanding.reader import Reader
    from understanding.reading import Context

    weights = _weights(home / "understanding" / "intents")
    reading = Reader.load(weights=weights).read(text, Context(language=language))
    if as_json:
        typer.echo(json.dumps(_answer(reading), ensure_ascii=False, indent=2))
        return
    if weights is None:
        typer.echo("No model is trained yet: the intent comes from phrases alone.", err=True)
    _show(reading)


def _weights(folder: Path) -> IntentWeights | None:
    from understanding.intents import IntentWeights, WeightsProblem

    try:
        return IntentWeights.load(folder)
    except WeightsProblem:
        return None


def _answer(reading: Reading) -> dict[str, Any]:
    """Put a reading into the shape of `POST /understand`."""
    intents = [{"name": name, "confidence": round(sure, 4)} for name, sure in reading.intents]
    return {
        "intent": intents[0],
        "intents": intents,
        "language": reading.language,
        "profile": reading.delta,
        "ambiguous": [
            {"field": one.field, "text": one.text, "choices": list(one.choices)}
            for one in reading.ambiguous
        ],
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "text": span.text,
                "field": span.field,
                "value": span.value,
                "op": span.op,
            }
            for span in reading.spans
        ],
        "speaks_of": reading.speaks_of,
        "hypothetical": reading.hypothetical,
    }


def _show(reading: Reading) -> None:
    best = ", ".join(f"{name} {sure:.2f}" for name, sure in reading.intents[:3])
    supposed = ", supposed" if reading.hypothetical else ""
    typer.echo(f"intent    {best}")
    typer.echo(f"language  {reading.language}, speaks of {reading.speaks_of}{supposed}")
    for span in reading.spans:
        value = json.dumps(span.value, ensure_ascii=False)
        typer.echo(f"  {span.field} {span.op} {value}   “{span.text}”")
    for one in reading.ambiguous:
        typer.echo(f"  {one.field} could be any of {len(one.choices)}   “{one.text}”")
