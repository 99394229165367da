"""Features kept from one training to the next: only what is new is read; harm costs time alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from understanding.intents import Remembered
from understanding.intents.features import Vector


class Reading:
    """Reads a text as its length, and writes down what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[Vector]:
        self.asked += texts
        return [
            (np.arange(len(text), dtype=np.int64), np.full(len(text), 0.5, dtype=np.float32))
            for text in texts
        ]


def sizes(vectors: list[Vector]) -> list[int]:
    assert all(at.dtype == np.int64 and values.dtype == np.float32 for at, values in vectors)
    return [len(at) for at, _ in vectors]


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    kept, first, second = Remembered(tmp_path / "deep" / "features.npz", "k"), Reading(), Reading()
    assert sizes(kept.features(["one", "three"], first)) == [3, 5]
    assert sizes(kept.features(["three", "of", "one"], second)) == [5, 2, 3]
    assert (first.asked, second.asked) == (["one", "three"], ["of"])


def test_what_is_taught_no_more_is_forgotten(tmp_path: Path) -> None:
    kept, again = Remembered(tmp_path / "features.npz", "k"), Reading()
    kept.features(["one", "three"], Reading())
    kept.features(["one"], Reading())
    kept.features(["three"], again)
    assert again.asked == ["three"]


def test_another_way_of_reading_begins_anew(tmp_path: Path) -> None:
    again = Reading()
    Remembered(tmp_path / "features.npz", "old").features(["one"], Reading())
    assert sizes(Remembered(tmp_path / "features.npz", "new").features(["one"], again)) == [3]
    assert again.asked == ["one"]


@pytest.mark.parametrize("harm", [b"", b"not an archive", b"PK\x03\x04 cut short"])
def test_a_damaged_file_costs_time_alone(tmp_path: Path, harm: bytes) -> None:
    file = tmp_path / "features.npz"
    file.write_bytes(harm)
    assert sizes(Remembered(file, "k").features(["one"], Reading())) == [3]
    again = Reading()
    Remembered(file, "k").features(["one"], again)
    assert again.asked == []


def test_a_folder_that_is_a_file_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    kept = Remembered(tmp_path / "taken" / "features.npz", "k")
    assert sizes(kept.features(["one"], Reading())) == [3]
