"""Rows of a comparison in words: the facts come from matching, the words from locales."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import locales
from actions.heard import Json
from actions.turn import Turn
from matching.comparing import compare
from matching.judging import Match
from matching.program import Term, in_language

Write = Callable[[Turn, Any], Any]


def rows_of(turn: Turn, matches: Sequence[Match]) -> list[Json]:
    """Write one row an aspect: its label and one text a program; None is not stated."""
    names = [in_language(turn.name_of(match.program_id), turn.language) for match in matches]
    ids = [match.program_id for match in matches]
    head = {"aspect": "program", "cells": names, "program_ids": ids, "differs": True}
    rows = [
        {"aspect": row.aspect, "cells": [_cell(turn, row.aspect, c) for c in row.cells],
         "differs": row.differs}
        for row in compare(matches, turn.release.programs)
    ]  # fmt: skip
    return [_labelled(turn, row) for row in (head, *rows)]


def _labelled(turn: Turn, row: Json) -> Json:
    return {"label": locales.say(f"compare.{row['aspect']}", turn.language), **row}


def _cell(turn: Turn, aspect: str, value: Any) -> str | None:
    if value is None:
        return None
    sayable = WRITTEN[aspect](turn, value) if aspect in WRITTEN else value
    return locales.say("shared.value", turn.language, {"value": sayable}) if sayable else None


def _codes(group: str) -> Write:
    def write(turn: Turn, values: Any) -> Any:
        several = [values] if isinstance(values, str) else values
        return [{"code": f"codes.{group}.{value}"} for value in several]

    return write


def _term(turn: Turn, term: Term) -> Any:
    return term.text


def _leads(turn: Turn, targets: Sequence[str]) -> Any:
    titles = dict(turn.release.job_titles)
    names = {key: program.name for key, program in turn.release.programs.items()}
    return [(titles | names)[target] for target in targets if target in titles or target in names]


def _verdict(turn: Turn, verdict: str) -> Any:
    return {"code": f"codes.verdict{'_client' if turn.client else ''}.{verdict}"}


def _serves(turn: Turn, serves: bool) -> Any:
    return {"code": f"buttons.{'yes' if serves else 'no'}"}


WRITTEN: dict[str, Write] = {
    "verdict": _verdict,
    "missing": lambda turn, count: str(count),
    "distance": lambda turn, miles: {"miles": miles},
    "serves": _serves,
    "kind": _codes("kind"),
    "cost": _term,
    "pay_while_training": _term,
    "length": _term,
    "schedule": _codes("schedule"),
    "supports": _codes("support"),
    "credentials": lambda turn, names: list(names),
    "leads_to": _leads,
    "status": _codes("status"),
}
