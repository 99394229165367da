"""The figures of a ranking as a page, and of the dev part what stands wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation.intervals import Figure
from evaluation.ranking.running import Order, Ranking

GOOD = 0.9  # below it a persona of the dev part is listed


def page(figures: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as tables."""
    yield "| part | personas | nDCG@5 | shown | ungraded |\n|---|---|---|---|---|"
    for part, row in figures["parts"].items():
        tail = f"{row['shown']} | {row['ungraded']} |"
        yield f"| {part} | {row['personas']} | {_said(row['ndcg_at_5'])} | {tail}"
        for language, figure in row["by_language"].items():
            yield f"| {part}, {language} | {figure.count} | {_said(figure)} | | |"
    yield "\n| graders | graded | same grade | weighted kappa |\n|---|---|---|---|"
    for who, row in figures["graders"].items():
        agreed = f"{row['same']:.3f} | {row['weighted_kappa']:.3f}"
        yield f"| {who} | {row['graded']} | {agreed} |"


def wrong(ranking: Ranking) -> Iterator[str]:
    """List the personas of the dev part whose order is not good, worst first."""
    listed = [one for one in ranking.orders if one.persona.part == "dev" and one.score < GOOD]
    for order in sorted(listed, key=lambda one: one.score):
        yield from _one(ranking, order)


def _one(ranking: Ranking, order: Order) -> Iterator[str]:
    yield f"\n{order.persona.id} {order.score:.3f}  {order.persona.about}"
    for name, grade in order.shown:
        yield f"  {'–' if grade is None else f'{grade:g}'} {name}"
    shown = {name for name, _ in order.shown}
    graded = ranking.grades.by_persona[order.persona.id]
    missed = {name: sum(pair) / 2 for name, pair in graded.items() if name not in shown}
    least = min((grade or 0.0 for _, grade in order.shown), default=0.0)
    better = sorted((-grade, name) for name, grade in missed.items() if grade > least)
    yield "  not among the first: " + (", ".join(f"{n} {-g:g}" for g, n in better) or "nothing")


def _said(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
