"""Whom somebody speaks for: a client, or their own daughter, who is no client."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from actions.phrases import any_of, plain

WORDS = Path(__file__).with_name("relations.yml")


def relation_in(text: str) -> str | None:
    """Name the relation a text speaks of first; None when it names none."""
    said = plain(text)
    places = {
        name: found.start() for name, words in _words().items() if (found := words.search(said))
    }
    return min(places, key=lambda name: places[name]) if places else None


@cache
def _words() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {name: any_of(words) for name, words in written.items()}
