"""Words that are towns and something else too. Knows which need more than their capitals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from places.lexicon import VOCABULARY, read_words
from places.naming import key_of


@dataclass(frozen=True)
class Words:
    everyday: frozenset[str]  # count as towns only when someone says they live there
    never: frozenset[str]  # count as towns only with their state
    first_names: frozenset[str]
    names: frozenset[str]  # families and companies
    abroad: frozenset[str]  # countries and cities elsewhere
    state_codes: frozenset[str]  # codes that are words in small letters
    codes_to_doubt: frozenset[str]  # of these, the ones to doubt after a city, too
    codes_after_words: frozenset[str]  # after a town that is a word, no state without a comma
    new_thought: frozenset[str]  # words that may follow a code one doubts
    not_new_after: dict[str, frozenset[str]]  # code -> those that may not
    state_codes_alone: frozenset[str]  # codes that in capitals are nothing but a state
    state_forms: frozenset[str]  # abbreviations that are words, too: only after a city
    function_words: frozenset[str]  # no part of a misspelled name
    replies: frozenset[str]  # never a place, not even as an answer

    @cached_property
    def common(self) -> frozenset[str]:
        """All words that a comma must part from a state."""
        return self.everyday | self.never | self.replies

    def is_a_persons(self, key: str) -> bool:
        """Tell whether a key is a given name, a family name or a company."""
        return key in self.first_names or key in self.names

    @classmethod
    @lru_cache(maxsize=2)
    def read(cls, folder: Path = VOCABULARY) -> Words:
        """Read the words of a vocabulary folder, once in a process."""
        rows = read_words(folder, "words")
        return cls(
            _keys([*rows["everyday_english"], *rows["everyday_spanish"]]),
            _keys(rows["never_alone"]),
            _keys(rows["first_names"]),
            _keys(rows["family_names_and_companies"]),
            _keys(rows["abroad"]),
            _keys(rows["state_codes_that_are_words"]),
            _keys(rows["state_codes_to_doubt"]),
            _keys(rows["state_codes_to_doubt_after_words"]),
            _keys(rows["new_thought"]),
            {code: _keys(words) for code, words in rows["new_thought_exceptions"].items()},
            _keys(rows["state_codes_in_capitals"]),
            _keys(rows["state_forms_that_are_words"]),
            _keys(rows["function_words"]),
            _keys(rows["replies"]),
        )


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key_of(word) for word in words)
