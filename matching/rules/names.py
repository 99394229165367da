"""Whether two written names mean the same employer or union. Only a sure match counts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SMALL_WORDS = frozenset({"a", "an", "and", "of", "the", "for", "in"})
SMALL_WORDS |= {"inc", "co", "company", "corp"}
BRANCHES = frozenset({"local", "locals", "lodge", "district", "unit"})
BRANCH = re.compile(r"\b(local|locals|lodge|district|unit)\b.*$")
KINDS = re.compile(r"^(a|an|any|some|one of)\b", re.IGNORECASE)


def is_kind(listed: str) -> bool:
    """Say whether a rule names a kind ("a transit agency") and no one in particular."""
    return KINDS.match(listed.strip()) is not None


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """Break a name into plain words."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", bare.replace("'", "").replace(".", "")).split()
    return tuple(word for word in words if word not in SMALL_WORDS)


def names_in(listed: str) -> tuple[str, ...]:
    """List the names a rule gives: "Stellantis (FCA US, Chrysler)" gives three."""
    parts = re.split(r"[(),;/]|\bor\b", listed)
    return tuple(part for part in (part.strip() for part in parts) if part)


def same_name(said: str, listed: str) -> bool:
    """Say whether a person's words surely mean one of the names listed."""
    if is_kind(listed):
        return False
    return any(_means(said, name) for name in names_in(listed))


def is_akin(said: str, listed: str) -> bool:
    """Say whether a rule asks for one of a kind, and what was said may well be one of those.

    "SEIU-UHW" may be "an SEIU local in the fund"; only the fund can tell.
    """
    if not is_kind(listed):
        return False
    names = " ".join(word for word in listed.split()[1:] if word[:1].isupper())
    return not set(words_of(names)).isdisjoint(words_of(said))


def names_another(said: str | None, listed: str) -> bool:
    """Say whether what was said has nothing in common with the names listed."""
    if said is None or is_kind(listed) or same_name(said, listed):
        return False
    own = set(words_of(said)) - BRANCHES
    return own.isdisjoint(word for name in names_in(listed) for word in words_of(name))


def _means(said: str, name: str) -> bool:
    listed = words_of(name)
    branch = BRANCH.search(name.casefold())
    own = words_of(said if branch else BRANCH.sub("", said.casefold()))
    if not own or not listed:
        return False
    return _contains(own, listed) or _short_for(own, listed)


def _contains(own: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """The listed name stands whole inside what was said: "the Boeing plant"."""
    span = len(listed)
    return any(own[at : at + span] == listed for at in range(len(own) - span + 1))


def _short_for(own: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """Initials stand for a name: UAW, IAM; also with letters from inside a word: USW."""
    if len(own) != 1 or len(listed) < 2 or len(own[0]) < len(listed):
        return False
    return _spells(own[0], listed)


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if not letters.startswith(word[0]):
        return False
    return any(
        _is_within(letters[1:end], word[1:]) and _spells(letters[end:], rest)
        for end in range(1, len(letters) + 1)
    )


def _is_within(letters: str, word: str) -> bool:
    """Say whether the letters stand in the word, in order."""
    left = iter(word)
    return all(letter in left for letter in letters)
