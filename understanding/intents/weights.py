"""The learned part: a weight for each feature and intent. Plain arrays and JSON, no code inside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from understanding.intents.features import SIZE, Vector

VERSION = 1


class WeightsProblem(Exception):
    """Saved weights are missing, damaged, or of another version."""


@dataclass(frozen=True)
class IntentWeights:
    """Scores a message for each intent."""

    intents: tuple[str, ...]
    weights: NDArray[np.float32]  # features by intents
    bias: NDArray[np.float32]
    temperature: float  # divides scores, so that a confidence of 0.8 is right 8 times in 10

    def confidences(self, features: Vector) -> list[tuple[str, float]]:
        """Return every intent with its confidence, best first."""
        at, values = features
        scores = (values @ self.weights[at].astype(np.float32) + self.bias) / self.temperature
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = np.argsort(-shares, kind="stable")
        return [(self.intents[one], float(shares[one])) for one in order]

    def save(self, folder: Path) -> None:
        """Write weights.npz and meta.json into a folder, made when missing."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            folder / "weights.npz", weights=self.weights.astype(np.float16), bias=self.bias
        )
        meta = {
            "version": VERSION,
            "intents": list(self.intents),
            "temperature": self.temperature,
        }
        (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentWeights:
        """Read what `save` wrote. Raises WeightsProblem."""
        try:
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            with (
                (folder / "weights.npz").open("rb") as file,
                np.load(file, allow_pickle=False) as arrays,
            ):
                weights, bias = arrays["weights"].astype(np.float32), arrays["bias"]
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise WeightsProblem(f"no usable intent weights in {folder}") from error
        if meta.get("version") != VERSION or weights.shape != (SIZE, len(meta["intents"])):
            raise WeightsProblem(f"intent weights in {folder} are of another version")
        return cls(tuple(meta["intents"]), weights, bias, float(meta["temperature"]))
