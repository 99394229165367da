"""Whether the test part is really apart: no message of it may repeat what the product learned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

WORD = re.compile(r"\w+")
GRAM = 5  # words in a row
MOST = 0.6  # of a message's 5-grams that one other text may share


def grams_of(text: str) -> frozenset[tuple[str, ...]]:
    """List a text's runs of five words; a shorter text is one run."""
    words = WORD.findall(text.casefold())
    runs = range(max(1, len(words) - GRAM + 1))
    return frozenset(tuple(words[at : at + GRAM]) for at in runs if words)


def overlapping(
    tested: Sequence[str], known: Iterable[str], most: float = MOST
) -> Iterator[tuple[int, float]]:
    """Yield each tested text (by its place) of which one known text holds more than `most`.

    Texts under five words are judged as wholes: a bare "yes" can only be said in one way, and is
    left out.
    """
    held: dict[tuple[str, ...], set[int]] = {}
    for number, text in enumerate(known):
        for gram in grams_of(text):
            held.setdefault(gram, set()).add(number)
    for at, text in enumerate(tested):
        grams = [gram for gram in grams_of(text) if len(gram) == GRAM]
        shared: dict[int, int] = {}
        for gram in grams:
            for number in held.get(gram, ()):
                shared[number] = shared.get(number, 0) + 1
        worst = max(shared.values(), default=0) / max(1, len(grams))
        if worst > most:
            yield at, worst
