"""Turns any text into plain lower-case letters, keeping where each came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u201c": '"', "\u201d": '"',
    "\u2013": "-", "\u2014": ",", "\u2026": ".", "\u00bf": " ", "\u00a1": " ", "\n": ";",
}  # fmt: skip


@dataclass(frozen=True)
class Folded:
    """Text to match on; `at[i]` is where its i-th character stands in the original."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Find the original stretch of a folded one that is not empty."""
        return self.at[start], self.at[end - 1] + 1


class _Letters(dict[str, str]):
    """Plain form of a character: none for marks, one letter for the rest. Filled as met."""

    def __missing__(self, char: str) -> str:
        plain = _PLAIN.get(char)
        if plain is None:
            plain = _plain_letter(char)
        self[char] = plain
        return plain


def _plain_letter(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind[0] in "ZC":
        return " "
    first = unicodedata.normalize("NFKD", char)[0]
    return first.lower()[0]


_LETTERS = _Letters()


def fold(text: str) -> Folded:
    """Lower, drop accents and invisible characters, straighten quotes; length may shrink."""
    letters: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        plain = _LETTERS[char]
        if plain:
            letters.append(plain)
            at.append(place)
    return Folded("".join(letters), tuple(at))
