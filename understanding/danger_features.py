"""What of a plain text the signs of danger are learned from: its words, and its letters.

Standard library only. The two views are learned apart and asked together: words and classes of
words that mean alike ("gun", "pistola") know what was said, letters know it however it is spelt.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

BITS = 16
SIZE = 1 << BITS
LONGEST = 120  # words that count
RUNS = range(2, 6)  # letters in a row
CLASSES, GRAVE = "classes.words", "!"
FOLDER = Path(__file__).parent / "vocabulary" / "safety"
NEAR, FURTHER = 5, 8  # words within which two and three classes belong together

Vector = dict[int, float]


def of_words(plain: str) -> Vector:
    """Hash a plain text's words, pairs, pairs over a gap, threes and classes."""
    return _hashed(_word_features(plain.split()[:LONGEST]))


def of_letters(plain: str) -> Vector:
    """Hash the runs of letters of a plain text's words."""
    return _hashed(run for word in plain.split()[:LONGEST] for run in _runs(f" {word} "))


VIEWS = (of_words, of_letters)


def is_grave(plain: str) -> bool:
    """Tell whether a plain text has a word of a grave class."""
    known = classes(FOLDER)
    return any(not known.grave.isdisjoint(known.of(word)) for word in plain.split()[:LONGEST])


def _hashed(features: Iterable[str]) -> Vector:
    """Give each feature a place; said twice is said once, and long texts weigh the same."""
    met = list(dict.fromkeys(features))
    share = 1.0 / max(1.0, math.sqrt(len(met)))
    weights: Vector = {}
    for feature in met:
        at = crc32(feature.encode()) & (SIZE - 1)
        weights[at] = weights.get(at, 0.0) + share
    return weights


def _runs(word: str) -> Iterator[str]:
    for size in RUNS:
        for at in range(len(word) - size + 1):
            yield word[at : at + size]


def _word_features(words: list[str]) -> Iterator[str]:
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
    grave: frozenset[str]

    def of(self, word: str) -> tuple[str, ...]:
        """Name the classes of a word."""
        found = tuple(name for start, name in self.begun if word.startswith(start))
        return self.whole.get(word, ()) + found


@lru_cache(maxsize=2)
def classes(folder: Path) -> Classes:
    """Read the classes of a folder."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: list[tuple[str, str]] = []
    lines = (folder / CLASSES).read_text(encoding="utf-8").splitlines()
    named = [line.partition(":") for line in lines if not line.startswith("#")]
    for marked, _, words in named:
        name = marked.lstrip(GRAVE)
        for word in words.split():
            if word.endswith("*"):
                begun.append((word[:-1], name))
            else:
                whole[word] = (*whole.get(word, ()), name)
    grave = frozenset(marked[1:] for marked, _, _ in named if marked.startswith(GRAVE))
    return Classes(whole, tuple(begun), grave)
