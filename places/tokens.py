"""Cuts a text into words that know where they stood. Knows no places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from places.naming import APOSTROPHES, DIRECTIONS, LONG_FORMS, without_accents

# Initials with their dots ("D.C."), or a word with its apostrophes ("O'Fallon").
WORD = re.compile(r"\b(?:[^\W\d_]\.){1,3}[^\W\d_]\b\.?|[^\W_]+(?:['’ʻ`´][^\W_]+)*")
JOINS = re.compile(r"[^\S\n]*-?[^\S\n]*\Z")  # what may stand inside a name
DOTTED = re.compile(r"\.[^\S\n]*\Z")  # "St. Paul"
SOFT = re.compile(r"[^\S\n]*[,(/-]?[^\S\n]*\Z")  # what may stand between a city and its state
STOPS = re.compile(r"[.!?;\n]")
POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """One word of a text."""

    text: str
    start: int
    end: int
    word: str  # lower case, no accents, apostrophes or dots
    full: str  # the word with saint, fort and mount in full
    gap: str  # what stands between the word before and this one
    follows_stop: bool  # a sentence ends in that gap

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_capitals(self) -> bool:
        return len(self.word) > 1 and self.text.isupper()

    @property
    def begins_sentence(self) -> bool:
        return not self.gap.strip("\"'“”‘’ ¿¡(") or self.follows_stop

    @property
    def owner(self) -> Token:
        """The word without its possessive "'s"."""
        if self.text[-2:-1] not in ("'", "’"):
            return self
        bare = POSSESSIVE.sub("", self.text)
        return self if bare == self.text else token(bare, self.start, self.gap)


def token(text: str, start: int, gap: str) -> Token:
    word = APOSTROPHES.sub("", without_accents(text)).replace(".", "")
    stops = gap != " " and bool(STOPS.search(gap))
    return Token(text, start, start + len(text), word, LONG_FORMS.get(word, word), gap, stops)


def tokens_in(text: str) -> list[Token]:
    """Return the words of a text in order."""
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        found.append(token(match.group(), match.start(), text[end : match.start()]))
        end = match.end()
    return found


def joined(before: Token, after: Token) -> bool:
    """Tell whether two neighbouring words can belong to one name."""
    if after.gap == " " or JOINS.match(after.gap):
        return True
    short = before.word in LONG_FORMS or before.word in DIRECTIONS
    return short and bool(DOTTED.match(after.gap))


def loosely_joined(after: Token) -> bool:
    """Tell whether no more than a comma or a bracket stands before a word."""
    return bool(SOFT.match(after.gap))


def is_shouted(text: str) -> bool:
    """Tell whether capitals mean nothing here, as nearly all letters are capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
