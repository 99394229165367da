"""Learns the signs of danger: `python -m understanding.learn_danger`. Developers run it.

Danger is learned from `data/safety`, beside calm messages.

The result is committed: the web process reads it without NumPy, and the same files give the same
bytes.
"""

from __future__ import annotations

import json
import random
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import yaml

from understanding.danger_features import SIZE, VIEWS
from understanding.danger_signs import NONE, Model, Signs, write
from understanding.intents.batches import Floats, Labels, batches_of
from understanding.intents.features import Vector
from understanding.safety import FOLDER, KINDS, plain_text

DATA = Path(__file__).resolve().parents[1] / "data" / "safety"
ORDINARY = DATA.parent / "nlu"
TOLD = DATA.parents[1] / "tests" / "evaluation" / "messages" / "dev"
LEARNED_FROM = "[d-i]*.jsonl"  # of what is told; the later files only measure
SEED, BATCH, PASSES, STEP, DECAY = 7, 32, 30, 0.5, 1e-4
SHORT, AMID = 8, 3  # words of a danger told in passing, and how often it is taught so
Pair = tuple[str, str]


def examples(folder: Path = DATA) -> list[Pair]:
    """Read every language's files: a message a line, the file's name is its kind."""
    return [
        (line, kind)
        for kind in (*KINDS, NONE)
        for path in sorted(folder.glob(f"*/{kind}*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def ordinary(folder: Path = ORDINARY) -> list[Pair]:
    """Read what people say of their plans: no danger, and most of what will be read."""
    blocks = (
        block
        for path in sorted(folder.rglob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if block["intent"] != "crisis"
    )
    return [
        (line[2:], NONE)
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip()
    ]


def told(folder: Path = TOLD) -> list[Pair]:
    """Read whole messages as people write them, the calm ones: longer and odder than examples."""
    lines = (
        json.loads(line)
        for path in sorted(folder.glob(LEARNED_FROM))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    return [(line["text"], NONE) for line in lines if "crisis" not in line["intents"]]


def weighed(pairs: Sequence[Pair]) -> list[Pair]:
    """Count the rare danger three times and what sounds like it twice, beside the ordinary."""
    counted = [pair for pair in pairs for _ in range(2 if pair[1] == NONE else 3)]
    calm = ordinary() + told()
    return counted + calm + told_together(pairs, [text for text, _ in calm])


def told_together(pairs: Sequence[Pair], calm: Sequence[str]) -> list[Pair]:
    """Join what people tell in one breath: calm things are calm, danger stays danger.

    Alone, the ordinary examples are short; a long calm story would look like nothing known.
    """
    chance = random.Random(SEED)
    near = [text for text, kind in pairs if kind == NONE]
    stories = [(f"{chance.choice(calm)}, {text}", NONE) for text in near]
    for together in (2, 3):
        shuffled = chance.sample([*calm, *near], len(calm) + len(near))
        parts = zip(*(shuffled[at::together] for at in range(together)))  # noqa: B905 (3.10)
        stories += [(". ".join(told), NONE) for told in parts]
    dangers = [pair for pair in pairs if pair[1] != NONE]
    behind = [(f"{text}. {chance.choice(calm)}", kind) for text, kind in dangers]
    before = [(f"{chance.choice(calm)}, {text}", kind) for text, kind in dangers]
    short = [pair for pair in dangers if len(pair[0].split()) <= SHORT]
    amid = [
        (f"{chance.choice(calm)}, {text}, {chance.choice(calm)}", kind)
        for text, kind in short
        for _ in range(AMID)
    ]
    return stories + behind + before + amid


def learn(pairs: Sequence[Pair]) -> Signs:
    """Learn a model for each view of the texts; the same pairs, the same result."""
    kinds = (*KINDS, NONE)
    labels = np.array([kinds.index(kind) for _, kind in pairs])
    plain = [plain_text(text) for text, _ in pairs]
    models = (_of_view(view, plain, labels, len(kinds)) for view in VIEWS)
    return Signs(kinds, tuple(models))


def _of_view(
    view: Callable[[str], dict[int, float]], plain: Sequence[str], labels: Labels, count: int
) -> Model:
    """Learn from what the view sees anything of; of a row of signs it sees nothing."""
    vectors = [_arrays(view(one)) for one in plain]
    seen = np.array([len(at) > 0 for at, _ in vectors])
    return _fit([one for one in vectors if len(one[0])], labels[seen], count)


def _fit(vectors: Sequence[Vector], labels: Labels, count: int) -> Model:
    """Fit a multinomial logistic regression by small steps."""
    weights, bias = np.zeros((SIZE, count), np.float32), np.zeros(count, np.float32)
    moved = np.full((SIZE, 1), 1e-2, np.float32)
    order = np.random.default_rng(SEED)
    batches = batches_of(vectors, labels, order.permutation(len(labels)), BATCH)
    for _ in range(PASSES):
        for one in order.permutation(len(batches)):
            batch = batches[one]
            held = weights[batch.features]
            shares = _shares(batch.scores(held) + bias)
            shares[np.arange(len(batch.labels)), batch.labels] -= 1.0
            slope = batch.slope(shares) + DECAY * held
            moved[batch.features] += (slope**2).mean(axis=1, keepdims=True) * count
            weights[batch.features] = held - STEP * slope / np.sqrt(moved[batch.features])
            bias -= 0.01 * shares.sum(axis=0)
    columns = tuple(array("f", column.tolist()) for column in weights.T)
    return Model(columns, tuple(bias.tolist()))


def _arrays(found: dict[int, float]) -> Vector:
    return np.array(list(found), np.int64), np.array(list(found.values()), np.float32)


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


def main() -> None:
    """Learn and write."""
    pairs = weighed(examples())
    write(FOLDER, learn(pairs))
    print(f"learned from {len(pairs)} messages")


if __name__ == "__main__":
    main()
