"""Which known word an operator most likely meant. It knows no content."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

SHORT_LIST = 12  # longer lists are not read out in a message


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Find the known word most like the typed one; None when none is near."""
    found = process.extractOne(typed.lower(), list(known), scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else None


def meant(typed: str, known: Iterable[str]) -> str:
    """Say which word was likely meant, or which words there are."""
    words = list(known)
    near = closest(typed, words)
    if near:
        return f"did you mean `{near}`?"
    shown = ", ".join(words[:SHORT_LIST])
    return f"use one of {shown}{' and others' if len(words) > SHORT_LIST else ''}"
