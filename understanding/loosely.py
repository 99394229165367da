"""Finds work told with small words inside it: "fix my neighbor's old cars" as "fix cars"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from understanding.lexicon import Hit, Lexicon
from understanding.words import Word

TOPICS = frozenset({"tasks", "interests"})
OPENERS = frozenset({"en", "de", "con", "a", "at", "in", "on", "is", "to", "for", "para"})
MOST_BETWEEN = 3  # small words inside one phrase


def loosely(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[Hit]:
    """Yield phrases found when fillers are left out and words are taken in their plain form."""
    kept = [at for at, word in enumerate(words) if word.text not in lexicon.fillers]
    plain = [_plain(lexicon, words[at]) for at in kept]
    for hit in lexicon.find(plain):
        first, last, size = kept[hit.first], kept[hit.last - 1] + 1, hit.last - hit.first
        opens = words[first].text in OPENERS  # "in the office" may only be where something was
        if hit.topic in TOPICS and size > 1 and not opens and last - first <= size + MOST_BETWEEN:
            yield Hit(hit.topic, hit.concept, hit.value, first, last)


def _plain(lexicon: Lexicon, word: Word) -> Word:
    """ "Draws" is "draw" and "a sink" is one of "sinks", where only the other is known."""
    text = word.text
    if text in lexicon.known or len(text) < 4:
        return word
    for other in (text.removesuffix("s"), text + "s", text.removesuffix("es")):
        if other in lexicon.known:
            return Word(other, word.start, word.end)
    return word
