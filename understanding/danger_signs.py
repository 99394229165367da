"""Learned signs of danger, read with the standard library alone.

Patterns (`safety.py`) come first; this finds danger said in words that no pattern foresaw. Two
small linear models, one of words and one of letters, are asked, and their answers evened out.
"""

from __future__ import annotations

import json
import math
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from understanding.danger_features import FOLDER, SIZE, VIEWS, Vector

WEIGHTS, ABOUT = "weights.bin", "weights.json"
NONE = "none"

__all__ = ["FOLDER", "NONE", "Model", "Signs", "signs", "write"]


@dataclass(frozen=True)
class Model:
    """What each feature of one view speaks for: a column of weights for each kind."""

    columns: tuple[array[float], ...]
    bias: tuple[float, ...]

    def logs(self, vector: Vector) -> list[float]:
        """Logarithms of the shares that the kinds have."""
        met = list(vector.items())
        scores = [
            bias + sum([value * column[at] for at, value in met])
            for column, bias in zip(self.columns, self.bias, strict=True)
        ]
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
    columns = _unpacked(packed)
    models = (Model(tuple(islice(columns, len(kinds))), tuple(bias)) for bias in about["bias"])
    return Signs(kinds, tuple(models))


def _unpacked(packed: bytes) -> Iterator[array[float]]:
    """Read columns of half-precision weights, one after the other."""
    column = struct.Struct(f"<{SIZE}e")
    return (array("f", one) for one in column.iter_unpack(packed))


def write(folder: Path, found: Signs) -> None:
    """Write weights in the small form that is read back."""
    bias = [[round(one, 6) for one in model.bias] for model in found.models]
    about = {"kinds": list(found.kinds), "bias": bias}
    columns = [column for model in found.models for column in model.columns]
    packed = b"".join(struct.pack(f"<{SIZE}e", *column) for column in columns)
    (folder / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")
    (folder / WEIGHTS).write_bytes(packed)
