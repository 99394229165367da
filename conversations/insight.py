"""The operators' figures of some days, made ready to be shown. It reads only the daily counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import locales
from conversations.counts import Counts
from conversations.disclosure import Table, closed_table, open_table
from conversations.facts import FALLBACKS, MORE, SECONDS, TURNS, UNAVAILABLE
from matching.program import Words, in_language

Json = dict[str, Any]
PERIODS = (7, 30, 90)  # days that an operator may choose from
DEFAULT_DAYS = 30
KEPT_DAYS = 400  # counts of earlier days are deleted
FEW = "<10"

CLOSED = {  # topics whose cells are known beforehand
    "visit": ("new", "back"),
    "language": tuple(locales.languages()),
    "match_turns": (*(name for _, name in TURNS), MORE),
    "match_seconds": (*(name for _, name in SECONDS), MORE),
    "fallback": (*FALLBACKS.values(), UNAVAILABLE[1]),
    "person": ("asked",),
    "thumb": ("up", "down"),
    "safety": ("given",),
}
OPEN = ("intent", "place", "sector", "occupation")
ORDER = (
    "visit", "language", "intent", "match_turns", "match_seconds", "place", "sector", "occupation",
    "fallback", "person", "thumb", "safety",
)  # fmt: skip


@dataclass(frozen=True)
class Insight:
    """What may be shown of some days, all of them over."""

    first: date
    last: date
    tables: tuple[Table, ...]

    @property
    def json(self) -> Json:
        """Return it with codes, as the command line and the page's download give it."""
        tables = {
            table.topic: {
                "cells": {cell.what: FEW if cell.number is None else cell.number
                          for cell in table.cells},
                "total": table.total,
                "whole": table.whole,
            }
            for table in self.tables
        }  # fmt: skip
        return {"from": self.first.isoformat(), "to": self.last.isoformat(), "counts": tables}


def insight_of(counts: Counts, today: date, days: int) -> Insight:
    """Return the figures of the last `days` that are over. Today's would tell who is there now."""
    first, last = today - timedelta(days=days), today - timedelta(days=1)
    numbers = counts.between(first, last)
    return Insight(first, last, tuple(_table(topic, numbers.get(topic, {})) for topic in ORDER))


def _table(topic: str, numbers: Mapping[str, int]) -> Table:
    listed = CLOSED.get(topic)
    return closed_table(topic, numbers, listed) if listed else open_table(topic, numbers)


def label_of(topic: str, what: str, language: str, jobs: Mapping[str, Words]) -> str:
    """Name a cell in a language; a code nobody has words for stays a code."""
    if topic == "place":
        return _place(what, language)
    if topic == "occupation" and what in jobs:
        return in_language(jobs[what], language)
    groups = {"intent": "scope.meaning", "sector": "codes.sector", "language": "insight.language"}
    code = f"{groups.get(topic, f'insight.{topic}.cell')}.{what}"
    return locales.say(code, language) if locales.has(code, language) else what


def _place(what: str, language: str) -> str:
    state, _, name = what.partition("/")
    if name:
        return f"{name}, {state}"
    return locales.say("insight.place.small", language, {"state": {"code": f"states.{state}"}})
