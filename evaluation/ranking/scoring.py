"""How good an order is beside grades, and how far two graders agree. Pure numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2

import numpy as np

DEPTH = 5  # as many as people look at
GRADES = (0, 1, 2)
Pair = tuple[int, int]  # what two graders gave one program


def gain(grade: float) -> float:
    """Say what a program is worth at the first place: an excellent one as much as three fine."""
    return float(2.0**grade - 1.0)


def dcg(grades: Iterable[float], depth: int = DEPTH) -> float:
    """Add up gains, each the less the further down it stands."""
    first = list(grades)[:depth]
    return sum(gain(grade) / log2(place + 1) for place, grade in enumerate(first, 1))


def ndcg(shown: Sequence[float], graded: Iterable[float], depth: int = DEPTH) -> float:
    """Compare the grades of what is shown, in order, with the best order of all that is graded.

    Showing fewer than `depth` costs what the missing ones would have brought. Not a number when
    nothing graded is worth showing.
    """
    best = dcg(sorted(graded, reverse=True), depth)
    return dcg(shown, depth) / best if best else float("nan")


def agreement(pairs: Sequence[Pair]) -> float:
    """Return the share of programs to which both gave the same grade."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else float("nan")


def weighted_kappa(pairs: Sequence[Pair]) -> float:
    """Return Cohen's kappa with quadratic weights: 1 is full agreement, 0 what chance gives.

    Not a number when both gave one and the same grade to everything.
    """
    if not pairs:
        return float("nan")
    seen = np.zeros((len(GRADES), len(GRADES)))
    for a, b in pairs:
        seen[a, b] += 1 / len(pairs)
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0))
    steps = np.subtract.outer(GRADES, GRADES) ** 2
    by_chance = float((steps * chance).sum())
    return 1 - float((steps * seen).sum()) / by_chance if by_chance else float("nan")
