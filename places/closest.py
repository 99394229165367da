"""Finds the name a misspelled one is nearest to. Knows keys, not places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SHORTEST = 6  # letters; shorter words are too near to too many names
CUTOFF = 88.0
FLOOR = 80.0  # what one slip in six letters leaves, measured in letters that stay in order
ONE_SLIP = 92.0  # what one wrong, missing, extra or swapped letter is worth
TWO_SLIPS, LONG = 88.0, 8  # and two of them, in a name of so many letters


class ClosestNames:
    """Keys by length and by their first and last letter, one of which a typist gets right."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._first: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._last: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key in keys:
            if len(key) >= SHORTEST - 1:
                self._first[key[0], len(key)].append(key)
                self._last[key[-1], len(key)].append(key)

    def to(self, key: str, *, another: bool = False) -> tuple[list[str], float]:
        """Return the nearest keys, all equally near, and how near: 88 to 100, or none and 0.

        `another` asks for other keys than the one given, which is a name itself.
        """
        if len(key.replace(" ", "")) < SHORTEST:
            return [], 0.0
        best: dict[str, float] = {}
        for bucket in self._buckets(key):
            near = process.extract(key, bucket, scorer=fuzz.ratio, score_cutoff=FLOOR, limit=12)
            best.update({name: nearness(key, name) for name, _, _ in near})
        if another:
            best.pop(key, None)
        top = max(best.values(), default=0.0)
        if top < CUTOFF:
            return [], 0.0
        return sorted(name for name, score in best.items() if score == top), top

    def _buckets(self, key: str) -> Iterator[list[str]]:
        """Yield the keys that start or end alike and are not too short or long to be near."""
        slack = max(1, len(key) // 4)
        for length in range(len(key) - slack, len(key) + slack + 1):
            yield self._first.get((key[0], length), [])
            if abs(length - len(key)) < 2:
                yield self._last.get((key[-1], length), [])


def nearness(written: str, name: str) -> float:
    """Score two spellings, 0 to 100. One slip counts the same whatever its kind."""
    ratio = fuzz.ratio(written, name)
    slips = OSA.distance(written, name, score_cutoff=2)
    if slips == 2 and len(name) >= LONG and len(written) >= LONG:
        return max(ratio, TWO_SLIPS)
    return max(ratio, ONE_SLIP) if slips == 1 else ratio
