"""One measurement of the ranking: what each persona is shown, beside the grades."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import frozen
from evaluation.intervals import Figure, mean, with_interval
from evaluation.ranking.grades import FROZEN, Grades, grades_in
from evaluation.ranking.personas import PARTS, Persona, personas_in
from evaluation.ranking.scoring import DEPTH, agreement, ndcg, weighted_kappa
from evaluation.ranking.sheet import sheet
from evaluation.ranking.world import World, world_of

Json = dict[str, Any]


@dataclass(frozen=True)
class Order:
    """What one persona is shown, best first, with the average grades; None: nobody graded it."""

    persona: Persona
    shown: tuple[tuple[str, float | None], ...]
    graded: tuple[float, ...]  # the best of each family of programs graded for the persona

    @property
    def score(self) -> float:
        """The nDCG of what is shown; what nobody graded counts as bad."""
        return ndcg([grade or 0.0 for _, grade in self.shown], self.graded)

    @property
    def ungraded(self) -> tuple[str, ...]:
        """List the programs that are shown and that nobody graded."""
        return tuple(name for name, grade in self.shown if grade is None)


@dataclass(frozen=True)
class Ranking:
    """All personas in one world."""

    world: World
    orders: Sequence[Order]
    grades: Grades

    def figures(self) -> Json:
        """Work out every figure, as plain data."""
        everyone = [order.persona for order in self.orders]
        return {
            "parts": {part: self._of(_in_part(self.orders, part)) for part in PARTS},
            "graders": {
                "all": self._agreed({one.id for one in everyone}),
                **{
                    language: self._agreed({o.id for o in everyone if o.language == language})
                    for language in _languages(self.orders)
                },
            },
        }

    def to_grade(self) -> str:
        """Write the sheet of the programs that are shown and that nobody graded."""
        return sheet(self.world, [(one.persona, one.ungraded) for one in self.orders])

    def _of(self, orders: Sequence[Order]) -> Json:
        by_language = {
            language: _ndcg([one for one in orders if one.persona.language == language])
            for language in _languages(orders)
        }
        return {
            "personas": len(orders),
            "ndcg_at_5": _ndcg(orders),
            "by_language": by_language,
            "shown": sum(len(order.shown) for order in orders),
            "ungraded": sum(len(order.ungraded) for order in orders),
            "nothing_good": sum(order.score != order.score for order in orders),
        }

    def _agreed(self, persona_ids: Collection[str]) -> Json:
        pairs = self.grades.pairs(persona_ids)
        return {
            "graded": len(pairs),
            "same": agreement(pairs),
            "weighted_kappa": weighted_kappa(pairs),
        }


def measured(folder: Path, world: World | None = None) -> Ranking:
    """Rank for every persona. Raises GradingProblem, and Thawed when a file changed."""
    frozen.check(folder, FROZEN)
    personas = personas_in(folder)
    grades = grades_in(folder, {one.id for one in personas})
    world = world or world_of()
    return Ranking(world, [_order(world, grades, persona) for persona in personas], grades)


def _order(world: World, grades: Grades, persona: Persona) -> Order:
    shown = world.shown(persona, DEPTH)
    with_grades = tuple((name, grades.mean(persona.id, name)) for name in shown)
    return Order(persona, with_grades, tuple(grades.best_of(persona.id, world.families)))


def _ndcg(orders: Sequence[Order]) -> Figure:
    """Average over personas for whom anything good was graded."""
    scores = [order.score for order in orders]
    rows = np.array([[score] for score in scores if score == score]).reshape(-1, 1)
    return with_interval(rows, mean)


def _in_part(orders: Sequence[Order], part: str) -> list[Order]:
    return [order for order in orders if order.persona.part == part]


def _languages(orders: Sequence[Order]) -> Iterator[str]:
    yield from sorted({order.persona.language for order in orders})
