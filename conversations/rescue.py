"""What somebody in danger is told. It needs no bot, no database and no release."""

from __future__ import annotations

from typing import Any

import locales
from knowledge.rescue import rescue_lines


def rescue_answer(kind: str, language: str) -> dict[str, Any]:
    """Build the answer to a kind of danger: crisis, abuse or trafficking."""
    return {
        "messages": [
            {"type": "text", "text": locales.say(f"safety.{kind}", language)},
            {"type": "resources", "resources": rescue_lines(kind, language)},
            {"type": "text", "text": locales.say("safety.go_on", language)},
        ],
        "quick_replies": [],
        "language": language,
        "understood": [],
        "changed": None,
        "safety": kind,
    }
