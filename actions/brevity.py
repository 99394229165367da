"""Keeps an answer to what a person reads at once. Cards do not count; sentences do."""

from __future__ import annotations

from collections.abc import Sequence

import locales
from actions.heard import Json

MOST_WORDS = 60
WORDINGS = 4  # the edge may pick any of them: the longest counts
SPARE = "spare"  # marks what can be left out first


def brief(messages: Sequence[Json], language: str) -> list[Json]:
    """Leave out spare sentences, the last first, until the rest fits."""
    kept = list(messages)
    lengths = [_words(item, language) for item in kept]
    for at in reversed(range(len(kept))):
        if sum(lengths) <= MOST_WORDS:
            break
        if kept[at].get(SPARE):
            del kept[at], lengths[at]
    return [{key: value for key, value in item.items() if key != SPARE} for item in kept]


def words_of(messages: Sequence[Json], language: str) -> int:
    """Count the words of prose in some messages, each in its longest wording."""
    return sum(_words(item, language) for item in messages)


def _words(item: Json, language: str) -> int:
    if item["type"] != "say":
        return 0
    code, params = item["code"], item["params"]
    said = (locales.say(code, language, params, wording) for wording in range(WORDINGS))
    return max(len(text.split()) for text in said)
