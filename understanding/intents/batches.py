"""A few examples laid out so that one step over them all is plain array work. Learns nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from understanding.intents.features import Vector

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """The features of some examples as one list, in the order of the examples."""

    values: Floats  # of each feature met, as a column
    starts: Labels  # where each example begins in it
    example: Labels  # which example each belongs to
    features: Labels  # the features met, each once
    place: Labels  # where each feature met stands among those
    by_feature: Labels  # the order that brings like features together
    firsts: Labels  # where each feature begins in that order
    labels: Labels

    @classmethod
    def of(cls, vectors: Sequence[Vector], labels: Labels) -> Batch:
        """Lay out examples with their intents."""
        met = np.concatenate([at for at, _ in vectors])
        sizes = np.array([len(at) for at, _ in vectors])
        by_feature = np.argsort(met, kind="stable")
        features, firsts, place = _told_apart(met, by_feature)
        return cls(
            values=np.concatenate([values for _, values in vectors])[:, None],
            starts=np.cumsum(sizes) - sizes,
            example=np.repeat(np.arange(len(vectors)), sizes),
            features=features,
            place=place,
            by_feature=by_feature,
            firsts=firsts,
            labels=labels,
        )

    def scores(self, held: Floats) -> Floats:
        """Sum what each example's features weigh, by intent."""
        summed: Floats = np.add.reduceat(self.values * held[self.place], self.starts, axis=0)
        return summed

    def slope(self, error: Floats) -> Floats:
        """Sum the examples' errors over each feature."""
        spread = (self.values * error[self.example])[self.by_feature]
        summed: Floats = np.add.reduceat(spread, self.firsts, axis=0)
        return summed


def batches_of(vectors: Sequence[Vector], labels: Labels, order: Labels, size: int) -> list[Batch]:
    """Cut examples into batches, in a given order."""
    cuts = [order[start : start + size] for start in range(0, len(order), size)]
    return [Batch.of([vectors[one] for one in cut], labels[cut]) for cut in cuts]


def _told_apart(met: Labels, by_feature: Labels) -> tuple[Labels, Labels, Labels]:
    """Name each feature once, with where it begins and where every one met belongs."""
    features, firsts = np.unique(met[by_feature], return_index=True)
    place = np.empty(len(met), dtype=np.int64)
    counts = np.diff(np.append(firsts, len(met)))
    place[by_feature] = np.repeat(np.arange(len(features)), counts)
    return features, firsts, place
