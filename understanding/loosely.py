"""Finds work told with small words inside it: "fix my neighbor's old cars" as "fix cars"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from understanding.lexicon import Hit, Lexicon
from understanding.words import Word

TOPICS = frozenset({"tasks", "interests"})
DUTIES = ("duties", "do")
THIRD = frozenset(
    {"he", "she", "who", "client", "husband", "wife", "son", "daughter", "mom", "dad", "mother"}
    | {"father", "brother", "sister", "participant", "student", "currently", "still"}
)  # whose verb takes an s
OPENERS = frozenset({"en", "de", "con", "a", "at", "in", "on", "is", "to", "for", "para"})
SHORTEST = 4  # letters of a word that may be another form of one
ENCLITIC = re.compile(r"r(?:me|te|se|nos|le|les|lo|la|los|las)+$")
ENDINGS = (
    ("ando", ("ar",)),
    ("iendo", ("er", "ir")),
    ("an", ("ar", "er", "ir")),
    ("en", ("er", "ir", "ar")),
    ("a", ("ar", "er", "ir")),
    ("e", ("er", "ir", "ar")),
    ("o", ("ar", "er", "ir")),
)
MOST_BETWEEN = 3  # small words inside one phrase


def loosely(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[Hit]:
    """Yield phrases found when fillers are left out and words are taken in their plain form."""
    kept = [at for at, word in enumerate(words) if word.text not in lexicon.fillers]
    said = [words[at] for at in kept]
    plain = [_plain(lexicon, word) for word in said]
    for texts in (said, plain):
        for hit in lexicon.find(texts):
            first, last, size = kept[hit.first], kept[hit.last - 1] + 1, hit.last - hit.first
            opens = words[first].text in OPENERS  # "in the office": only where something was
            close = last - first <= size + MOST_BETWEEN
            if hit.topic in TOPICS and size > 1 and not opens and close:
                yield Hit(hit.topic, hit.concept, hit.value, first, last)
    yield from _of_third(lexicon, words)


def _of_third(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[Hit]:
    """ "He lays tile", "client drives a forklift": work done, as "i lay tile" is."""
    bare = [
        _without_s(lexicon, word) if at and words[at - 1].text in THIRD else word
        for at, word in enumerate(words)
    ]
    if bare != list(words):
        yield from (hit for hit in lexicon.find(bare) if (hit.topic, hit.concept) == DUTIES)


def _plain(lexicon: Lexicon, word: Word) -> Word:
    """ "Draws" is "draw", "componen" is "componer", where that is a word of the vocabulary."""
    if len(word.text) < SHORTEST:
        return word
    for other in _forms(lexicon.language, word.text):
        if other in lexicon.known:
            return Word(other, word.start, word.end)
    return word


def _without_s(lexicon: Lexicon, word: Word) -> Word:
    """ "Lays" as "lay", where that is a word of the vocabulary."""
    stem = word.text.removesuffix("s")
    known = len(stem) >= SHORTEST - 1 and stem in lexicon.known
    return Word(stem, word.start, word.end) if known else word


def _forms(language: str, text: str) -> Iterator[str]:
    if language == "es":
        yield from _infinitives(text)
    yield from (text.removesuffix("s") if text.endswith("s") else f"{text}s", f"{text}es")


def _infinitives(text: str) -> Iterator[str]:
    """ "Contesta", "arreglarlos", "cortan" as the verb stands in the vocabulary."""
    bare = ENCLITIC.sub("r", text)
    if bare != text:
        yield bare
    for ending, infinitives in ENDINGS:
        if text.endswith(ending):
            yield from (text[: -len(ending)] + one for one in infinitives)
