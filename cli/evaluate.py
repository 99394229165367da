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
PEOPLE, RANKING = "people", "ranking"
HEADLINES = ("slot_f1", "joint", "intent")


@app.command()
def evaluate(  # noqa: PLR0913 - a parameter for each option
    part: Annotated[
        str,
        typer.Argument(help="dev, whose errors are shown, test, people, or ranking."),
    ] = "dev",
    data: Annotated[Path, typer.Option(help="The folder of messages and talks.")] = FOLDER,
    url: Annotated[str | None, typer.Option(help="A product that runs already.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    people: Annotated[int, typer.Option(min=1, help="How many people to invent.")] = 500,
    seeds: Annotated[int, typer.Option(min=1, help="How many talks each of them has.")] = 8,
    sheet: Annotated[
        Path | None, typer.Option(help="ranking: write what is shown but not graded, to grade.")
    ] = None,
) -> None:
    """Ask a real product every message and talk of a part, and report figures with intervals.

    The test part is frozen: its errors are never listed, and each run on it is logged.
    “people” lets invented people talk; “ranking” measures the order of programs beside grades.
    """
    if part == RANKING:
        shown = _ranking(data / RANKING, sheet, as_json)
    elif part == PEOPLE:
        shown = _people((people, seeds), url, as_json)
    else:
        shown = _annotated(data, part, url, as_json)
    typer.echo(shown)


def _annotated(data: Path, part: str, url: str | None, as_json: bool) -> str:
    """Ask everything of one part of the messages and talks."""
    from evaluation import frozen, report, running
    from evaluation.annotations import PARTS, AnnotationProblem
    from evaluation.talks import TalkProblem

    if part not in PARTS:
        parts = " or ".join((*PARTS, PEOPLE, RANKING))
        raise _stop(f"There is no part “{part}”: write {parts}.")
    try:
        if part == "test":
            frozen.check(data)
        run = running.run(data, part, url)
    except (AnnotationProblem, TalkProblem, frozen.Thawed, OSError) as problem:
        raise _stop(str(problem)) from problem
    figures = run.figures()
    if part == "test":
        frozen.log_run(data, date.today(), _headlines(report.plainly(figures)))
    if as_json:
        return report.as_json(figures)
    errors = ["\n## What went wrong", *run.errors()] if part == "dev" else []
    return "\n".join([_page(run, figures), *errors])


def _stop(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(WRONG_INPUT)


def _ranking(folder: Path, sheet: Path | None, as_json: bool) -> str:
    """Measure the order of programs; write a sheet of what is yet to grade when asked."""
    from evaluation import frozen
    from evaluation.ranking import report, running
    from evaluation.ranking.personas import GradingProblem
    from evaluation.report import as_json as as_data

    try:
        ranking = running.measured(folder)
        if sheet is not None:
            sheet.write_text(ranking.to_grade(), encoding="utf-8")
    except (GradingProblem, frozen.Thawed, OSError) as problem:
        raise _stop(str(problem)) from problem
    figures = ranking.figures()
    if as_json:
        return as_data(figures)
    return "\n".join([*report.page(figures), "\n## What stands wrong", *report.wrong(ranking)])


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
