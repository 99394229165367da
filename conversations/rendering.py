"""Turns an action's codes into what a person reads, never twice in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import locales
from conversations.reply import Item, Phrase, Reply, Say

Json = dict[str, Any]
VARIANTS_TRIED = 4


def rendered(reply: Reply, turn: int, said_before: Iterable[str]) -> list[Json]:
    """Render the messages of a reply; `said_before` holds the sentences of the answer before it."""
    before = frozenset(said_before)
    return [_item(item, reply.state.language, turn, before) for item in reply.messages]


def fresh(code: str, language: str, said_before: Iterable[str]) -> str:
    """Say a code that takes nothing, in a wording that was not just used."""
    return _fresh(code, language, {}, (0, frozenset(said_before)))


def _item(item: Item, language: str, turn: int, before: frozenset[str]) -> Json:
    if isinstance(item, Say):
        return {"type": "text", "text": _fresh(item.code, language, item.params, (turn, before))}
    return item.model_dump()


def _fresh(
    code: str, language: str, params: Mapping[str, Any], when: tuple[int, frozenset[str]]
) -> str:
    turn, before = when
    if not locales.has(code, language):  # an action newer than our sentences, in mid-upgrade
        code, params = "shared.failed", {}
    for variant in range(turn, turn + VARIANTS_TRIED):
        text = locales.say(code, language, params, variant)
        if text not in before:
            return text
    return text


def labelled(phrase: Phrase, language: str) -> str:
    """Render a button's label."""
    return locales.say(phrase.code, language, phrase.params)


def texts_in(answer: Mapping[str, Any] | None) -> list[str]:
    """Return the sentences of an answer as it was sent."""
    items = (answer or {}).get("messages", [])
    return [item["text"] for item in items if item.get("type") == "text"]
