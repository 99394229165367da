"""A text as the finder sees it. Knows words and their order, no places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from places.naming import DIRECTIONS
from places.tokens import Token, is_shouted, joined, tokens_in

STOPS = ".,;:!?\n()/"
SHORT = 5  # words; an answer to "where do you live?" is hardly longer


@dataclass(frozen=True)
class Scene:
    text: str
    asked: bool  # the person was asked where they live
    spanish: bool

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_in(self.text)

    @cached_property
    def is_shouted(self) -> bool:
        return is_shouted(self.text)

    def key(self, start: int, count: int) -> str | None:
        """Return the key of some words, or None when they cannot be one name."""
        if count == 1:
            return self.tokens[start].full
        words = self.tokens[start : start + count]
        if len(words) < count or not all(map(joined, words, words[1:])):
            return None
        full = [word.full for word in words]
        full[0] = DIRECTIONS.get(words[0].word, full[0])
        return " ".join(full)

    def is_capitalised(self, start: int, end: int) -> bool:
        """Tell whether a name stands in capitals that mean something."""
        if self.is_shouted:
            return False
        words = self.tokens[start:end]
        small = sum(not word.is_capitalised for word in words if len(word.word) > 3)
        return words[0].is_capitalised and words[-1].is_capitalised and not small

    def is_answer(self, start: int, end: int) -> bool:
        """Tell whether a name is all that was answered, more or less."""
        others = len(self.tokens) - (end - start)
        return self.asked and len(self.tokens) <= SHORT and others <= 3

    def is_item(self, start: int, end: int) -> bool:
        """Tell whether a name is all that stands between two stops: "15, freshman, amarillo"."""
        return self._parted(start) and self._parted(end)

    def _parted(self, at: int) -> bool:
        """Tell whether the text begins, ends, or has a stop or comma before a word."""
        return at in (0, len(self.tokens)) or any(mark in self.tokens[at].gap for mark in STOPS)

    def ends_thought(self, end: int) -> bool:
        """Tell whether the sentence stops at a word, or a comma stands before the next."""
        return end >= len(self.tokens) or not self.tokens[end].gap.isspace()
