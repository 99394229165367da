"""What somebody in danger is told. It needs no bot, no database and no release."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from conversations.rendering import fresh
from knowledge.rescue import rescue_lines
from understanding.safety import danger_in, plain_text

AFTER_HELP = "rescue"  # the topic of a talk whose last answer was help in danger
WORDS = Path(__file__).with_name("rescue.yml")
PARTS = re.compile(r"[.,;!?\n]+|\s(?:but|pero)\s")


def rescue_answer(kind: str, language: str, said_before: Iterable[str] = ()) -> dict[str, Any]:
    """Build the answer to a kind of danger: crisis, abuse or trafficking. Never twice the same."""
    before = tuple(said_before)
    return {
        "messages": [
            {"type": "text", "text": fresh(f"safety.{kind}", language, before)},
            {"type": "resources", "resources": rescue_lines(kind, language)},
            {"type": "text", "text": fresh("safety.go_on", language, before)},
        ],
        "quick_replies": [],
        "language": language,
        "understood": [],
        "changed": None,
        "safety": kind,
    }


def is_over(text: str) -> bool:
    """Tell whether somebody just helped says that it is well now, or wants to go on.

    An echo of the danger raises no second alarm; a part that by itself speaks of danger does.
    """
    said = plain_text(text)
    return _calm().search(said) is not None and not any(map(danger_in, PARTS.split(text)))


@cache
def _calm() -> re.Pattern[str]:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    phrases = [plain_text(phrase).strip() for spoken in written.values() for phrase in spoken]
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, phrases))}) ")
