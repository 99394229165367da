"""How sure a figure is: 95 % intervals by resampling whole messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Statistic = Callable[[Floats], float]  # of rows of numbers, one row a message
DRAWS = 1_000
SEED = 20261127


@dataclass(frozen=True)
class Figure:
    """A figure between the ends of its 95 % interval, and what it was counted over."""

    value: float
    low: float
    high: float
    count: int


def with_interval(rows: Floats, statistic: Statistic, draws: int = DRAWS) -> Figure:
    """Compute a statistic of all rows and its percentile interval over resampled rows."""
    if not len(rows):
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    random = np.random.default_rng(SEED)
    resampled = [statistic(rows[random.integers(0, len(rows), len(rows))]) for _ in range(draws)]
    low, high = np.nanpercentile(resampled, [2.5, 97.5])
    return Figure(statistic(rows), float(low), float(high), len(rows))


def paired_difference(ours: Floats, theirs: Floats, statistic: Statistic) -> Figure:
    """Compare two readers of the same messages: ours minus theirs, resampled in pairs."""
    both = np.concatenate([ours, theirs], axis=1)
    width = ours.shape[1]
    return with_interval(both, lambda rows: statistic(rows[:, :width]) - statistic(rows[:, width:]))


def mean(rows: Floats) -> float:
    """Average the first column."""
    return float(rows[:, 0].mean()) if len(rows) else float("nan")


def ratio(rows: Floats) -> float:
    """Divide the sum of the first column by that of the second; not a number over nothing."""
    below = float(rows[:, 1].sum())
    return float(rows[:, 0].sum()) / below if below else float("nan")


def f1(rows: Floats) -> float:
    """Micro-F1 over rows of right, spurious, missed; 1 where nothing was said or read."""
    right, spurious, missed = rows[:, :3].sum(axis=0)
    whole = 2 * right + spurious + missed
    return float(2 * right / whole) if whole else 1.0


def precision(rows: Floats) -> float:
    right, spurious = rows[:, 0].sum(), rows[:, 1].sum()
    return float(right / (right + spurious)) if right + spurious else 1.0


def recall(rows: Floats) -> float:
    right, missed = rows[:, 0].sum(), rows[:, 2].sum()
    return float(right / (right + missed)) if right + missed else 1.0
