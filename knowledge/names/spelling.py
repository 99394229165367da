"""Which known word a misspelled one was meant to be. Short words and figures are never guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters
LONG = 8  # letters from which two slips are forgiven
MEMORY = 20_000  # words whose guess is remembered


class Spelling:
    """Guesses among the words that names are made of."""

    def __init__(
        self, known: Iterable[str], ordinary: frozenset[str], is_place: Callable[[str], bool]
    ) -> None:
        self._is_place = is_place
        self._known = frozenset(known)
        self._ordinary = ordinary
        self._guesses: dict[str, str | None] = {}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST and word.isalpha():
                self._near[word[0], len(word)].append(word)

    def meant(self, word: str) -> str | None:
        """Return the known word, itself or within a slip or two of it; None when none is."""
        if word in self._known:
            return word
        if word in self._ordinary or len(word) < SHORTEST or not word.isalpha():
            return None
        if self._is_place(word):  # "Newark" is no slip of "NEworks"
            return None
        if word not in self._guesses:
            if len(self._guesses) >= MEMORY:
                self._guesses.clear()
            self._guesses[word] = self._guess(word)
        return self._guesses[word]

    def _guess(self, word: str) -> str | None:
        slips = 2 if len(word) >= LONG else 1
        near = [
            (OSA.distance(word, other, score_cutoff=slips), other)
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other in self._near.get((word[0], length), ())
        ]
        best = min(near, default=(slips + 1, ""))
        return best[1] if best[0] <= slips else None
