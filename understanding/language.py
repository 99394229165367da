"""Which language a message is in, from its small words, letters and vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

_WORD = re.compile(r"[^\W\d_]+")
FIRST = "en"  # the language of a talk in which nothing has told one yet
_LETTERS = {"es": re.compile(r"[ñ¿¡]|[áéíóú]", re.IGNORECASE)}


class LanguageVotes:
    """Words that speak for a language, by weight. Each language is one file more."""

    def __init__(self, marks: Mapping[str, Mapping[str, float]]) -> None:
        self._marks = marks
        self.languages = tuple(marks)

    @classmethod
    def load(cls, folder: Path, known: Mapping[str, set[str]]) -> LanguageVotes:
        """Read each language's `language.yml`; add its vocabulary that no other one shares."""
        marks: dict[str, dict[str, float]] = {}
        for language, words in known.items():
            others = set().union(*(known[other] for other in known if other != language))
            weights = {word: 0.6 for word in words - others if len(word) > 2 and word.isalpha()}
            marks[language] = weights | _weights(folder / f"{language}.yml")
        return cls(marks)

    def of(self, text: str, words: list[str]) -> dict[str, float]:
        """Count what speaks for each language."""
        return {language: self._votes(language, text, words) for language in self.languages}

    def _votes(self, language: str, text: str, words: list[str]) -> float:
        weights = self._marks[language]
        letters = _LETTERS.get(language)
        bonus = 1.5 if letters and letters.search(text) else 0.0
        return bonus + sum(weights.get(word, 0.0) for word in words)


def chosen(votes: Mapping[str, float], usual: str | None, words: int) -> str:
    """Name the language; a message that leaves it open stays in the talk's own."""
    usual = usual if usual in votes else None
    best = max(votes, key=lambda language: (votes[language], language == (usual or FIRST)))
    if usual is not None and votes[best] - votes[usual] < _lead(words):
        return usual
    return best if votes[best] > 0 else usual or FIRST


def plain_words(folded: str) -> list[str]:
    """List the words of folded text."""
    return _WORD.findall(folded)


def _weights(path: Path) -> dict[str, float]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {str(word): float(weight) for weight, words in content.items() for word in words}


def _lead(words: int) -> float:
    """A message of a word or two changes the language of a talk more easily than half a vote."""
    return 0.5 if words <= 2 else 1.0
