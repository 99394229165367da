"""Another language, when somebody asks for it by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from actions.asked import asks
from actions.following import go_on
from actions.phrases import any_of, parts_of
from actions.reply import Reply
from actions.showing import tell_me
from actions.turn import Turn

WORDS = Path(__file__).with_name("speaking.yml")
MOST_WORDS = 7  # a longer message is about something else


def asks_for_language(turn: Turn) -> str | None:
    """Return the language a message asks for; None when it asks for none."""
    if turn.changed:
        return None
    found = (language_asked(part) for part in parts_of(turn.heard.text))
    return next(filter(None, found), None)


def language_asked(said: str) -> str | None:
    """Return the language a plain text asks to go on in; a class in it is another question."""
    if len(said.split()) > MOST_WORDS or asks("of_classes", said):
        return None
    asked = [language for language, pattern in _patterns().items() if pattern.search(said)]
    return asked[0] if len(asked) == 1 else None


def go_on_in(turn: Turn, answer: Callable[[Turn], Reply] | None = None) -> Reply:
    """Say that the talk goes on in this language, and give an answer again in it."""
    if answer is not None:
        reply = answer(turn)
        reply.messages.insert(0, {"type": "say", "code": "language.switched", "params": {}})
        return reply
    reply = Reply(turn.who).say("language.switched")
    return tell_me(turn, reply) if turn.knows_nothing else go_on(turn, reply)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {language: _asking(phrases) for language, phrases in written.items()}


def _asking(phrases: list[str]) -> re.Pattern[str]:
    """Match a phrase anywhere, and the bare name of a language only when it stands alone."""
    alone = any_of(phrase for phrase in phrases if " " not in phrase).pattern
    within = any_of(phrase for phrase in phrases if " " in phrase).pattern
    return re.compile(rf"^\W*{alone}\W*$|{within}")
