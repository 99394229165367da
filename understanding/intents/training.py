"""Learns intent weights from examples: multinomial logistic regression, sparse, reproducible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import numpy as np

from understanding.intents.batches import Floats, Labels, batches_of
from understanding.intents.features import SIZE, Vector
from understanding.intents.remembered import Remembered
from understanding.intents.weights import IntentWeights

if TYPE_CHECKING:
    from understanding.reader import Reader

FORK = get_context("fork")  # a child that already has the reader
SEED = 20
FEW = 200  # texts, read sooner than a second process starts
BATCH = 64
PASSES = 10
STEP = 0.7
DECAY = 2e-5  # pull towards zero, on the features an example has
HELD_OUT = 8  # every eighth example sets the temperature
TEMPERATURES = np.geomspace(0.3, 3.0, 40)


def train(
    examples: Iterable[tuple[str, str]],
    reader: Reader | None = None,
    remembered: Remembered | None = None,
    seed: int = SEED,
) -> IntentWeights:
    """Learn from (text, intent) pairs; the same pairs give the same weights."""
    pairs = sorted(set(examples))
    if reader is None:
        from understanding.reader import Reader

        reader = Reader.load()
    intents = tuple(sorted({intent for _, intent in pairs}))
    read = partial(_features, reader)
    texts = [text for text, _ in pairs]
    vectors = remembered.features(texts, read) if remembered else read(texts)
    labels = np.array([intents.index(intent) for _, intent in pairs])
    with ProcessPoolExecutor(1, FORK) as beside:  # both take as long
        temperature = beside.submit(_temperature, vectors, labels, len(intents), seed)
        weights, bias = _fit(vectors, labels, len(intents), seed)
        return IntentWeights(intents, weights, bias, temperature.result())


def _features(reader: Reader, texts: Sequence[str]) -> list[Vector]:
    """Read the texts, half of them in a second process where there are many."""
    if len(texts) < FEW:
        return [reader.features(text) for text in texts]
    half = len(texts) // 2
    receive, send = FORK.Pipe(duplex=False)
    beside = FORK.Process(target=_send_features, args=(send, reader, texts[half:]))
    beside.start()
    send.close()  # the child's end alone stays open, so that its death is noticed
    first = [reader.features(text) for text in texts[:half]]
    rest: list[Vector] = receive.recv()
    beside.join()
    return first + rest


def _send_features(send: Connection, reader: Reader, texts: Sequence[str]) -> None:
    send.send([reader.features(text) for text in texts])


def _fit(vectors: Sequence[Vector], labels: Labels, count: int, seed: int) -> tuple[Floats, Floats]:
    """Fit by steps over small batches, shorter the more a feature has been moved (AdaGrad)."""
    weights = np.zeros((SIZE, count), dtype=np.float32)
    moved = np.full((SIZE, 1), 1e-2, dtype=np.float32)
    bias = np.zeros(count, dtype=np.float32)
    order = np.random.default_rng(seed)
    batches = batches_of(vectors, labels, order.permutation(len(vectors)), BATCH)
    for _ in range(PASSES):
        for one in order.permutation(len(batches)):
            batch = batches[one]
            held = weights[batch.features]
            error = _error(batch.scores(held) + bias, batch.labels)
            slope = batch.slope(error) + DECAY * held
            moved[batch.features] += (slope**2).mean(axis=1, keepdims=True) * count
            weights[batch.features] = held - STEP * slope / np.sqrt(moved[batch.features])
            bias -= 0.01 * error.sum(axis=0)
    return weights, bias


def _error(scores: Floats, labels: Labels) -> Floats:
    """By how much the share given to each intent is too high."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(labels)), labels] -= 1.0
    error: Floats = shares
    return error


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
