"""How a place name is written down to be found again. Knows spelling, not places."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile(r"['’‘ʻ`´]")
INITIALS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")  # the dots inside "d.c."
BREAKS = re.compile(r"[\W_]+")
LONG_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def without_accents(text: str) -> str:
    """Return the text in lower case with its accents taken off."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def words_of(name: str) -> list[str]:
    """Split a name into plain words, "St. Mary's" as `st`, `marys`."""
    plain = INITIALS.sub("", APOSTROPHES.sub("", without_accents(name)))
    return [word for word in BREAKS.split(plain) if word]


def key_from(words: list[str]) -> str:
    """Join plain words into a key, with saint, fort, mount and a leading direction in full."""
    full = [LONG_FORMS.get(word, word) for word in words]
    if len(full) > 1:
        full[0] = DIRECTIONS.get(full[0], full[0])
    return " ".join(full)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Return the key all spellings of a name share."""
    return key_from(words_of(name))
