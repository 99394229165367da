"""Answers stay short: what can be spared goes first, what was asked stays."""

from __future__ import annotations

from typing import Any

import locales
from actions.brevity import MOST_WORDS, brief


def _say(words: int, *, spare: bool = False) -> dict[str, Any]:
    text = " ".join(["word"] * words)
    return {"type": "say", "code": "shared.value", "params": {"value": text}, "spare": spare}


def _said(messages: list[dict[str, Any]]) -> list[int]:
    return [len(locales.say(m["code"], "en", m["params"]).split()) for m in messages]


def test_what_fits_is_left_whole() -> None:
    assert _said(brief([_say(30), _say(30, spare=True)], "en")) == [30, 30]


def test_the_last_spare_sentence_goes_first() -> None:
    kept = brief([_say(20, spare=True), _say(30), _say(5, spare=True), _say(6, spare=True)], "en")
    assert _said(kept) == [20, 30, 5]


def test_what_cannot_be_spared_stays_even_when_it_is_long() -> None:
    assert _said(brief([_say(MOST_WORDS + 1), _say(3, spare=True)], "en")) == [MOST_WORDS + 1]


def test_cards_do_not_count_and_marks_do_not_travel() -> None:
    cards = {"type": "matches", "matches": [{"summary": "word " * 500}]}
    kept = brief([_say(59), cards, _say(1, spare=True)], "en")
    assert len(kept) == 3
    assert all("spare" not in item for item in kept)
