"""Learned signs of danger, read with the standard library alone.

Patterns (`safety.py`) come first; this finds danger said in words that no pattern foresaw. Two
small linear models, one of words and one of letters, are asked, and their answers evened out.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from understanding.danger_features import FOLDER, SIZE, VIEWS, Vector

WEIGHTS, ABOUT = "weights.bin", "weights.json"
NONE = "none"

__all__ = ["FOLDER", "NONE", "Model", "Signs", "signs", "write"]


@dataclass(frozen=True)
class Model:
    """What each feature of one view speaks for."""

    weights: tuple[float, ...]  # one row of kinds a feature
    bias: tuple[float, ...]

    def logs(self, vector: Vector) -> list[float]:
        """Logarithms of the shares that the kinds have."""
        count = len(self.bias)
        scores = list(self.bias)
        for at, value in vector.items():
            for kind in range(count):
                scores[kind] += value * self.weights[at * count + kind]
        top = max(scores)
        whole = top + math.log(sum(math.exp(score - top) for score in scores))
        return [score - whole for score in scores]


@dataclass(frozen=True)
class Signs:
    """A model for each view; the last kind is no danger."""

    kinds: tuple[str, ...]
    models: tuple[Model, ...]

    def shares(self, plain: str) -> dict[str, float]:
        """Share out one between the kinds of danger and none, for a plain text."""
        told = [model.logs(view(plain)) for model, view in zip(self.models, VIEWS, strict=True)]
        raised = [math.exp(sum(one) / len(told)) for one in zip(*told, strict=True)]
        return {kind: one / sum(raised) for kind, one in zip(self.kinds, raised, strict=True)}


@lru_cache(maxsize=2)
def signs(folder: Path) -> Signs | None:
    """Read the learned weights of a folder; None where none were learned."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        packed = (folder / WEIGHTS).read_bytes()
    except FileNotFoundError:
        return None
    kinds = tuple(about["kinds"])
    each = SIZE * len(kinds)
    weights = struct.unpack(f"<{each * len(about['bias'])}e", packed)
    models = (
        Model(weights[at * each : (at + 1) * each], tuple(bias))
        for at, bias in enumerate(about["bias"])
    )
    return Signs(kinds, tuple(models))


def write(folder: Path, found: Signs) -> None:
    """Write weights in the small form that is read back."""
    bias = [[round(one, 6) for one in model.bias] for model in found.models]
    about = {"kinds": list(found.kinds), "bias": bias}
    weights = [weight for model in found.models for weight in model.weights]
    (folder / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")
    (folder / WEIGHTS).write_bytes(struct.pack(f"<{len(weights)}e", *weights))
