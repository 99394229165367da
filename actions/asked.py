"""Tells whether a message holds the words of a question that no topic of the bot stands for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from actions.phrases import any_of, plain

WORDS = Path(__file__).with_name("asked.yml")


def asks(about: str, said: str) -> bool:
    """Tell whether a plain text holds one of the phrases, in any language."""
    return _patterns()[about].search(said) is not None


def is_only(about: str, said: str) -> bool:
    """Tell whether a plain text is one of the phrases, beside words that add nothing."""
    left, found = _patterns()[about].subn(" ", said)
    return found > 0 and set(re.findall(r"\w+", left)) <= _beside()


def after(about: str, said: str) -> str | None:
    """Return what follows the phrase in a plain text; None when it is not there.

    “Why not” asks when the message opens with it or is a question: “because not” is none.
    """
    found = _patterns()[about].search(said)
    opens = found is not None and len(said[: found.start()].split()) <= OPENING
    return said[found.end() :] if found and (opens or "?" in said) else None


OPENING = 2  # words before the phrase: “ok but”, “y entonces”


@cache
def _written() -> tuple[dict[str, list[str]], ...]:
    return tuple(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())


@cache
def _beside() -> frozenset[str]:
    return frozenset(plain(str(word)) for spoken in _written() for word in spoken["beside"])


@cache
def untelling() -> frozenset[str]:
    """List the words that stand in most programs' names and so tell none of them."""
    return frozenset(plain(str(word)) for spoken in _written() for word in spoken["untelling"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        about: any_of(phrase for spoken in _written() for phrase in spoken[about])
        for about in _written()[0]
    }
