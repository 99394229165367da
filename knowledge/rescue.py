"""Who answers at any hour when somebody is in danger: a plain file, no database."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from matching.program import in_language

FILE = Path(__file__).with_name("content") / "rescue.yml"


@cache
def _lines() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def rescue_lines(kind: str, language: str) -> list[dict[str, Any]]:
    """List the lines for a kind of danger, most urgent first, in the shape of a resource card.

    `word` is what to text to `text_to`; None: just write.
    """
    return [_card(line, language) for line in _lines() if kind in line["kinds"]]


def _card(line: dict[str, Any], language: str) -> dict[str, Any]:
    word = line.get("word")
    return {
        "id": line["id"],
        "kind": "rescue",
        "name": in_language(line["name"], language),
        "text": in_language(line["how"], language),
        "phone": line.get("call"),
        "text_to": line.get("text_to"),
        "word": in_language(word, language) if word else None,
        "url": line.get("url"),
        "sources": [{**line["source"], "verified_on": None}],
    }
