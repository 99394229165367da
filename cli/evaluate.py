"""`pathways eval`: how well the guide understands and talks, beside what people wrote down."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.home import CHECKOUT

if TYPE_CHECKING:
    from evaluation.running import Run

app = typer.Typer(add_completion=False)
WRONG_INPUT = 2
FOLDER = CHECKOUT / "tests" / "evaluation"
PEOPLE = "people"
HEADLINES = ("slot_f1", "joint", "intent")


@app.command()
def evaluate(  # noqa: PLR0913 - a parameter for each option
    part: Annotated[
        str, typer.Argument(help="dev, whose errors are shown, test, or people, who are invented.")
    ] = "dev",
    data: Annotated[Path, typer.Option(help="The folder of messages and talks.")] = FOLDER,
    url: Annotated[str | None, typer.Option(help="A product that runs already.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    people: Annotated[int, typer.Option(min=1, help="How many people to invent.")] = 500,
    seeds: Annotated[int, typer.Option(min=1, help="How many talks each of them has.")] = 8,
) -> None:
    """Ask a real product every message and talk of a part, and report figures with intervals.

    The test part is frozen: its errors are never listed, and each run on it is logged.
    """
    if part == PEOPLE:
        typer.echo(_people((people, seeds), url, as_json))
        return
    from evaluation import frozen, report, running
    from evaluation.annotations import PARTS, AnnotationProblem
    from evaluation.talks import TalkProblem

    if part not in PARTS:
        parts = " or ".join((*PARTS, PEOPLE))
        typer.echo(f"There is no part “{part}”: write {parts}.", err=True)
        raise typer.Exit(WRONG_INPUT)
    try:
        if part == "test":
            frozen.check(data)
        run = running.run(data, part, url)
    except (AnnotationProblem, TalkProblem, frozen.Thawed, OSError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(WRONG_INPUT) from problem
    figures = run.figures()
    if part == "test":
        frozen.log_run(data, date.today(), _headlines(report.plainly(figures)))
    typer.echo(report.as_json(figures) if as_json else _page(run, figures))
    if part == "dev" and not as_json:
        typer.echo("\n".join(["\n## What went wrong", *run.errors()]))


def _people(how_many: tuple[int, int], url: str | None, as_json: bool) -> str:
    """Let invented people talk, and write what came of it."""
    from evaluation import report
    from evaluation.people import failures, running, table

    figures, wrong = running.run(*how_many, url)
    if as_json:
        return report.as_json({**figures, "failures": wrong})
    shown = ["\n## What went wrong, for example", *failures.as_text(wrong)]
    return "\n".join([*table.page(figures), *shown])


def _page(run: Run, figures: dict[str, Any]) -> str:
    from evaluation import report

    lines = [*report.of_messages(figures["messages"]), *report.of_talks(figures["talks"])]
    return "\n".join([*lines, f"\n/understand p95: {figures['understand_p95_ms']:.1f} ms"])


def _headlines(figures: dict[str, Any]) -> dict[str, Any]:
    """Pick what the log of runs keeps."""
    messages, talks = figures["messages"], figures["talks"]
    return {
        **{name: messages["overall"][name]["value"] for name in HEADLINES},
        "danger_missed": messages["safety"]["missed"],
        "false_alarm_rate": round(messages["safety"]["false_alarm_rate"], 4),
        "scope_recall": messages["scope"]["recall"]["value"],
        "false_rejection": messages["scope"]["false_rejection"]["value"],
        "success_clean": talks["success_clean"]["value"],
        "success_noisy": talks["success_noisy"]["value"],
    }
