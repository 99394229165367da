"""`pathways chat`: a talk with the running guide, in this terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import httpx
import typer
from rich.console import Console
from rich.markup import escape

app = typer.Typer(add_completion=False)
MARKS = {"met": "✓", "not_met": "○", "unknown": "?"}
PATIENCE_S = 15.0
ANSWERS = {"session", "messages", "quick_replies"}  # what every answer of the guide holds
FAILED, WRONG_INPUT = 1, 2  # exit codes


@app.command()
def chat(
    url: Annotated[
        str, typer.Option(envvar="PATHWAYS_URL", help="Where the guide is served.")
    ] = "http://127.0.0.1:8000",
    language: Annotated[str | None, typer.Option(help="en or es; left out: as you write.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print each answer as JSON.")] = False,
) -> None:
    """Talk with the guide. A number picks a quick reply; an empty line or Ctrl-D ends the talk."""
    console = Console(highlight=False)
    turn: dict[str, Any] = {"language": language} if language else {}
    replies: list[dict[str, str]] = []
    refused = 0
    with _client(url) as client:
        for text in _typed(console):
            answer = _answered(client, console, {**turn, **_meant(text, replies)})
            if answer is None:
                refused += 1
                continue
            turn["session"], replies = answer["session"], answer["quick_replies"]
            if as_json:
                console.print_json(json.dumps(answer))
            else:
                _show(console, answer)
    if refused and "session" not in turn:
        raise typer.Exit(FAILED)


def _client(url: str) -> httpx.Client:
    try:
        return httpx.Client(base_url=url, timeout=PATIENCE_S, trust_env=False)
    except httpx.InvalidURL as error:
        typer.echo(f"--url {url}: write an address such as http://127.0.0.1:8000", err=True)
        raise typer.Exit(WRONG_INPUT) from error


def _typed(console: Console) -> Iterator[str]:
    while True:
        try:
            text = console.input("[bold]You[/bold]   ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if not text:
            return
        yield text


def _meant(text: str, replies: list[dict[str, str]]) -> dict[str, str]:
    """Read a typed number in brackets, such as `[2]` or `/2`, as the quick reply of that place."""
    number = text.strip("[]/")
    marked = text[:1] in "[/" and number.isdigit()
    if marked and 1 <= int(number) <= len(replies):
        return {"choice": replies[int(number) - 1]["id"]}
    return {"message": text}


def _answered(
    client: httpx.Client, console: Console, body: dict[str, Any]
) -> dict[str, Any] | None:
    try:
        response = client.post("/api/v1/chat", json=body)
    except httpx.HTTPError as error:
        console.print(
            f"The guide at {client.base_url} does not answer ({type(error).__name__}). "
            "Start it with “make run” or “pathways run”."
        )
        raise typer.Exit(FAILED) from error
    answer = _json_in(response)
    if answer is None or not (response.is_error or answer.keys() >= ANSWERS):
        console.print(escape(f"What is served at {client.base_url} is not the guide."))
        raise typer.Exit(FAILED)
    if response.is_error:
        console.print(escape(str(answer.get("detail", "The guide refused this message."))))
        return None
    return answer


def _json_in(response: httpx.Response) -> dict[str, Any] | None:
    try:
        answer = response.json()
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _show(console: Console, answer: dict[str, Any]) -> None:
    for item in answer["messages"]:
        for line in _lines(item):
            console.print(line)
    for place, reply in enumerate(answer["quick_replies"], 1):
        console.print(f"        [dim]\\[{place}][/dim] {escape(reply['label'])}")


def _lines(item: dict[str, Any]) -> Iterator[str]:
    if item["type"] == "text":
        yield f"[bold]Guide[/bold] {escape(item['text'])}"
    elif item["type"] == "matches":
        for match in item["matches"]:
            yield from _match_lines(match)
    elif item["type"] == "ladder":
        for rung in item["ladder"]["rungs"]:
            yield f"      ↑ {escape(str(rung['title']))}"
    elif item["type"] == "resources":
        for resource in item["resources"]:
            ways = (resource.get("phone"), resource.get("url"))
            yield f"      • {escape(resource['name'])}  {escape(' · '.join(filter(None, ways)))}"


def _match_lines(match: dict[str, Any]) -> Iterator[str]:
    verdict = match["verdict"].replace("_", " ")
    yield f"      [bold]{escape(match['name'])}[/bold] · {verdict}"
    for requirement in match["requirements"]:
        yield f"        {MARKS[requirement['status']]} {escape(requirement['text'])}"
    for source in match["sources"][:1]:
        dated = f", {source['as_of']}" if source["as_of"] else ""
        yield f"        [dim]{escape(source['title'])}{dated}[/dim]"
