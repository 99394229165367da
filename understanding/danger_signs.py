"""Learned signs of danger, read with the standard library alone: words, and what they mean alike.

Patterns (`safety.py`) come first; this finds danger said in words that no pattern foresaw. Words of
a class ("gun", "pistola") count for each other, so that "he put a gun to my head" teaches more.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

BITS = 16
SIZE = 1 << BITS
LONGEST = 120  # words that count
WEIGHTS, ABOUT, CLASSES = "weights.bin", "weights.json", "classes.words"
FOLDER = Path(__file__).parent / "vocabulary" / "safety"
NEAR, FURTHER = 5, 8  # words within which two and three classes belong together
NONE = "none"


@dataclass(frozen=True)
class Signs:
    """What each feature speaks for; the last kind is no danger."""

    kinds: tuple[str, ...]
    weights: tuple[float, ...]  # one row of kinds a feature
    bias: tuple[float, ...]

    def shares(self, plain: str) -> dict[str, float]:
        """Share out one between the kinds of danger and none, for a plain text."""
        scores, count = list(self.bias), len(self.kinds)
        for at, value in vector(plain).items():
            for kind in range(count):
                scores[kind] += value * self.weights[at * count + kind]
        top = max(scores)
        raised = [math.exp(score - top) for score in scores]
        return {kind: one / sum(raised) for kind, one in zip(self.kinds, raised, strict=True)}


def vector(plain: str) -> dict[int, float]:
    """Hash a plain text's words, pairs, pairs over a gap and threes; long texts weigh the same."""
    features = list(dict.fromkeys(_features(plain.split()[:LONGEST])))  # said twice is said once
    share = 1.0 / max(1.0, math.sqrt(len(features)))
    weights: dict[int, float] = {}
    for feature in features:
        at = crc32(feature.encode()) & (SIZE - 1)
        weights[at] = weights.get(at, 0.0) + share
    return weights


def _features(words: list[str]) -> Iterator[str]:
    yield from _of_classes(words)
    padded = ["^", *words, "$"]
    for at, word in enumerate(padded):
        yield f"w {word}"
        if len(word) > 4:
            yield f"b {word[:4]}"  # stems: hit, hits, hitting
        if at + 1 < len(padded):
            yield f"p {word} {padded[at + 1]}"
        if at + 2 < len(padded):
            yield f"t {word} {padded[at + 1]} {padded[at + 2]}"
            yield f"g {word} {padded[at + 2]}"
        if at + 3 < len(padded):
            yield f"h {word} {padded[at + 3]}"


def _of_classes(words: list[str]) -> Iterator[str]:
    """Yield classes alone, two in order within a few words, and three in order within more."""
    known = classes(FOLDER)
    met = [(at, name) for at, word in enumerate(words) for name in known.of(word)]
    for first, (at, one) in enumerate(met):
        yield f"c {one}"
        for second in range(first + 1, len(met)):
            then, other = met[second]
            if then - at > NEAR:
                break
            if then == at:
                continue
            yield f"cc {one} {other}"
            for third in range(second + 1, len(met)):
                last, another = met[third]
                if last - at > FURTHER:
                    break
                if last != then:
                    yield f"ccc {one} {other} {another}"


@dataclass(frozen=True)
class Classes:
    """Words that mean alike, whole or by how they begin."""

    whole: dict[str, tuple[str, ...]]
    begun: tuple[tuple[str, str], ...]

    def of(self, word: str) -> tuple[str, ...]:
        """Name the classes of a word."""
        found = tuple(name for start, name in self.begun if word.startswith(start))
        return self.whole.get(word, ()) + found


@lru_cache(maxsize=2)
def classes(folder: Path) -> Classes:
    """Read the classes of a folder."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: list[tuple[str, str]] = []
    for line in (folder / CLASSES).read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        for word in words.split() if not line.startswith("#") else ():
            if word.endswith("*"):
                begun.append((word[:-1], name))
            else:
                whole[word] = (*whole.get(word, ()), name)
    return Classes(whole, tuple(begun))


@lru_cache(maxsize=2)
def signs(folder: Path) -> Signs | None:
    """Read the learned weights of a folder; None where none were learned."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        packed = (folder / WEIGHTS).read_bytes()
    except FileNotFoundError:
        return None
    kinds = tuple(about["kinds"])
    weights = struct.unpack(f"<{SIZE * len(kinds)}e", packed)
    return Signs(kinds, weights, tuple(about["bias"]))


def write(folder: Path, found: Signs) -> None:
    """Write weights in the small form that is read back."""
    about = {"kinds": list(found.kinds), "bias": [round(one, 6) for one in found.bias]}
    (folder / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")
    (folder / WEIGHTS).write_bytes(struct.pack(f"<{len(found.weights)}e", *found.weights))
