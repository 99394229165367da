"""Learns intent weights from examples: multinomial logistic regression, sparse, reproducible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from understanding.intents.features import SIZE, Vector
from understanding.intents.weights import IntentWeights

if TYPE_CHECKING:
    from understanding.reader import Reader

SEED = 20
PASSES = 6
STEP = 1.0
DECAY = 2e-5  # pull towards zero, on the features an example has
HELD_OUT = 8  # every eighth example sets the temperature
TEMPERATURES = np.geomspace(0.3, 3.0, 40)

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]


def train(
    examples: Iterable[tuple[str, str]], reader: Reader | None = None, seed: int = SEED
) -> IntentWeights:
    """Learn from (text, intent) pairs; the same pairs give the same weights."""
    pairs = sorted(set(examples))
    if reader is None:
        from understanding.reader import Reader

        reader = Reader.load()
    intents = tuple(sorted({intent for _, intent in pairs}))
    vectors = [reader.features(text) for text, _ in pairs]
    labels = np.array([intents.index(intent) for _, intent in pairs])
    temperature = _temperature(vectors, labels, len(intents), seed)
    weights, bias = _fit(vectors, labels, len(intents), seed)
    return IntentWeights(intents, weights, bias, temperature)


def _fit(vectors: Sequence[Vector], labels: Labels, count: int, seed: int) -> tuple[Floats, Floats]:
    """Fit by stochastic steps whose length shrinks with what a feature has been moved (AdaGrad)."""
    weights = np.zeros((SIZE, count), dtype=np.float32)
    moved = np.full((SIZE, 1), 1e-2, dtype=np.float32)
    bias = np.zeros(count, dtype=np.float32)
    order = np.random.default_rng(seed)
    for _ in range(PASSES):
        for one in order.permutation(len(vectors)):
            at, values = vectors[one]
            error = _shares(values @ weights[at] + bias)
            error[labels[one]] -= 1.0
            slope = values[:, None] * error + DECAY * weights[at]
            moved[at] += (slope**2).mean(axis=1, keepdims=True) * count
            weights[at] -= STEP * slope / np.sqrt(moved[at])
            bias -= 0.01 * error
    return weights, bias


def _shares(scores: Floats) -> Floats:
    shares = np.exp(scores - scores.max())
    total: Floats = shares / shares.sum()
    return total


def _temperature(vectors: Sequence[Vector], labels: Labels, count: int, seed: int) -> float:
    """Find the divisor of scores that makes confidences honest on examples not learned from."""
    rows = np.arange(len(vectors))
    held = rows[rows % HELD_OUT == 0]
    rest = rows[rows % HELD_OUT != 0]
    if len(held) < count or len(rest) == 0:
        return 1.0
    weights, bias = _fit([vectors[one] for one in rest], labels[rest], count, seed)
    scores = np.array([vectors[one][1] @ weights[vectors[one][0]] + bias for one in held])
    losses = [_loss(scores / temperature, labels[held]) for temperature in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _loss(scores: Floats, labels: Labels) -> float:
    top = scores.max(axis=1, keepdims=True)
    logs = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(labels)), labels].mean())
