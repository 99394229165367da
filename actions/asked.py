"""Tells whether a message holds the words of a question that no topic of the bot stands for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from actions.phrases import any_of

WORDS = Path(__file__).with_name("asked.yml")


def asks(about: str, said: str) -> bool:
    """Tell whether a plain text holds one of the phrases, in any language."""
    return _patterns()[about].search(said) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = list(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())
    return {
        about: any_of(phrase for spoken in written for phrase in spoken[about])
        for about in written[0]
    }
