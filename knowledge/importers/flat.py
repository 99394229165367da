"""A program's document as a flat row, and a row put over a document.

What a row cannot hold stays as it is: only cells that say something else change anything.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from knowledge.importers.columns import BETWEEN, BY_NAME, COLUMNS, Column
from locales import say

Json = dict[str, Any]
RULES: Mapping[str, str] = {"age": "start_at", "education": "min_level", "license": "kind"}
CODES = {"age": "min_age", "education": "min_education", "license": "driver_license"}
ALLOWED = {"key", "about", "text", "source"}
LANGUAGES = ("en", "es")
CITED = ("cost", "pay_while_training", "length", "opening_hours")


def row_of(document: Json) -> dict[str, str]:
    """Write a document as the cells of a row; what is not stated is empty."""
    return {column.name: _cell(document, column) for column in COLUMNS}


def document_from(row: Mapping[str, str], before: Json | None) -> Json:
    """Put a row over the document it changes; None: a new one. Cells must fit their columns."""
    document = copy.deepcopy(before) if before else {}
    said = row_of(document)
    for name, cell in row.items():
        if cell != said[name]:
            _set(document, BY_NAME[name], cell)
    for name in CITED:
        if document.get(name) and "source" not in document[name]:
            document[name]["source"] = 0
    return document


def _cell(document: Json, column: Column) -> str:
    if column.path[0] == "rule":
        return _rule_cell(document, str(column.path[1]))
    value: Any = document
    for step in column.path:
        value = _inside(value, step)
    if isinstance(value, list):
        return f"{BETWEEN} ".join(map(str, value))
    return "" if value is None else str(value)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and len(value) > step else None
    return value.get(step) if isinstance(value, Mapping) else None


def _rule_cell(document: Json, about: str) -> str:
    rule = _simple(document, about)
    if rule is None:
        return ""
    return "yes" if about == "license" else str(rule[RULES[about]])


def _simple(document: Json, about: str) -> Json | None:
    """Find the one condition that a cell can hold whole; None: there is none, or it says more."""
    key = RULES[about]
    found = [
        one
        for one in document.get("requirements", [])
        if one.get("about") == about and set(one) == (set(one) & ALLOWED) | {key}
    ]
    fits = len(found) == 1 and (about != "license" or found[0][key] == "driver")
    return found[0] if fits else None


def _set(document: Json, column: Column, cell: str) -> None:
    if column.path[0] == "rule":
        _set_rule(document, str(column.path[1]), cell)
        return
    holder: Any = document
    for step, after in zip(column.path, column.path[1:], strict=False):
        holder = _made(holder, step, [] if isinstance(after, int) else {})
    last = column.path[-1]
    if cell:
        holder[last] = _value(column, cell)
    else:
        holder.pop(last, None)
        _tidy(document, str(column.path[0]))


def _made(holder: Any, step: str | int, empty: Any) -> Any:
    if isinstance(holder, list):
        if not holder:
            holder.append(empty)
        return holder[int(step)]
    if holder.get(step) is None:
        holder[step] = empty
    return holder[step]


def _tidy(document: Json, name: str) -> None:
    """Take away what says nothing any more: an empty text, or a term without one."""
    value = document.get(name)
    if isinstance(value, dict):
        for key in [key for key, inner in value.items() if inner in ({}, [])]:
            del value[key]
    if value in ({}, [], [{}]) or (name in CITED and set(value or ()) == {"source"}):
        document.pop(name, None)


def _value(column: Column, cell: str) -> Any:
    if column.kind == "number":
        return int(cell)
    if column.kind == "list":
        return [part.strip() for part in cell.split(BETWEEN)]
    return cell


def _set_rule(document: Json, about: str, cell: str) -> None:
    rule = _simple(document, about)
    rules = document.setdefault("requirements", [])
    if not cell:
        if rule is not None:
            rules.remove(rule)
        if not rules:
            del document["requirements"]
        return
    if rule is None:
        rule = {"about": about, "source": 0}
        rules.append(rule)
    value: Any = int(cell) if about == "age" else "driver" if about == "license" else cell
    rule[RULES[about]] = value
    rule["text"] = {language: _sentence(about, cell, language) for language in LANGUAGES}


def _sentence(about: str, cell: str, language: str) -> str:
    level = say(f"codes.level.{cell}", language) if about == "education" else ""
    return say(f"importing.{CODES[about]}", language, {"age": cell, "level": level})
