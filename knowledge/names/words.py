"""Which words do not tell one program from another, read from words.txt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
SMALL = re.compile(r"(?<![^\W_])[a-záéíóúüñ]{3,}(?![^\W_])")


@dataclass(frozen=True)
class Token:
    """A word as it stands in a text, and the form it is compared in."""

    start: int
    end: int
    text: str
    form: str


@lru_cache(maxsize=20_000)
def form_of(word: str) -> str:
    """Fold a word: no capitals, no accents, no plural, no 's."""
    bare = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s?$|['’]", "", plain)
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        return plain[:-1]
    return plain


def tokens_of(text: str) -> list[Token]:
    """Cut a text into words with their positions."""
    return [
        Token(found.start(), found.end(), found[0], form_of(found[0]))
        for found in TOKEN.finditer(text)
    ]


def running_words(prose: Iterable[str]) -> frozenset[str]:
    """Collect the words that running text writes small, in the form they are compared in."""
    small = {word for text in prose for word in SMALL.findall(text)}
    return frozenset(form_of(word) for word in small)


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, frozenset[str]]:
    """Read the sections of words.txt, each word in the form it is compared in."""
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[] "), set())
        elif not line.startswith("#"):
            section.update(form_of(word) for word in line.split())
    return {name: frozenset(words) for name, words in sections.items()}
