"""The figures of the people part as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation.intervals import Figure
from evaluation.people.figures import COUNTED, SHARES


def page(figures: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as tables: a column for each noise level and language."""
    groups = {
        "all": figures["all"],
        **{f"noise {level}": row for level, row in figures["by_noise"].items()},
        **figures["by_language"],
    }
    yield f"## People: {figures['people']} invented, {figures['talks']} talks\n"
    yield f"| | {' | '.join(groups)} |\n|---|{'---|' * len(groups)}"
    yield _row("talks", [str(row["talks"]) for row in groups.values()])
    for name in SHARES:
        yield _row(name, [_said(row[name]) for row in groups.values()])
    for name in COUNTED:
        yield _row(name, [str(row[name]) for row in groups.values()])
    yield _row("turns to match", [_turns(row["turns_to_match"]) for row in groups.values()])
    yield "\n| what went wrong | times |\n|---|---|"
    yield from (f"| {cause} | {times} |" for cause, times in figures["causes"].items())


def _row(name: str, cells: list[str]) -> str:
    return f"| {name.replace('_', ' ')} | {' | '.join(cells)} |"


def _said(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"


def _turns(turns: Mapping[str, Any]) -> str:
    return f"{turns['median']}, most {turns['most']}, within two {turns['within_two']:.0%}"
