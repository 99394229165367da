"""Documents from what was typed. What does not fit stays as it was typed, for checks to name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from knowledge.content_files.fields import Shape
from knowledge.content_files.program_shape import RequirementShape
from web.console.editing.inputs import RULES, Form, Input, inputs_of, rule_inputs

Json = dict[str, Any]
Tree = dict[str, Any]  # texts by name, at every level; several texts of one name are a list
ADDED = "added"  # names the words of a condition that have a field and no value yet
MAX_DEPTH = 24
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{1,9}")


class TooMuch(Exception):
    """More was sent than any record holds."""


def document_from(shape: type[Shape], pairs: Iterable[tuple[str, str]]) -> Json:
    """Build a document of a shape from the fields of its form, empty ones of conditions kept."""
    return _part(shape, _tree(pairs))


def finished(value: Any) -> Any:
    """Leave out what was left empty; an entry of a list that says nothing stays to be named."""
    if isinstance(value, dict):
        pairs = ((name, finished(inner)) for name, inner in value.items())
        return {name: inner for name, inner in pairs if inner not in ("", None, [], {})}
    if isinstance(value, list):
        return [finished(inner) for inner in value if inner != ""]
    return value


def _tree(pairs: Iterable[tuple[str, str]]) -> Tree:
    tree: Tree = {}
    for name, text in pairs:
        steps = name.split(".")
        if len(steps) > MAX_DEPTH:
            raise TooMuch
        at = tree
        for step in steps[:-1]:
            inner = at.setdefault(step, {})
            if not isinstance(inner, dict):
                raise TooMuch
            at = inner
        at.setdefault(steps[-1], [])
        if not isinstance(at[steps[-1]], list):
            raise TooMuch
        at[steps[-1]].append(text.replace("\r\n", "\n").strip())
    return tree


def _part(shape: type[Shape], tree: Tree) -> Json:
    if shape is RequirementShape:
        return _rule(tree)
    return _fields(inputs_of(shape), tree)


def _fields(inputs: Mapping[str, Input], tree: Tree) -> Json:
    found = {}
    for name, field in inputs.items():
        if name in tree:
            value = _value(field, tree[name])
            if value not in ("", None, [], {}):
                found[name] = value
    return found


def _rule(tree: Tree) -> Json:
    """Read a condition; words that were added and not filled in yet stay in sight."""
    rule = _fields(inputs_of(RequirementShape), tree)
    added = tree.get(ADDED)
    names = added[0].split() if isinstance(added, list) else []
    rule.update({name: "" for name in names if name in rule_inputs() and name not in rule})
    for mode in RULES:
        if isinstance(tree.get(mode), dict):
            rule[mode] = [_rule(one) for one in _entries(tree[mode])]
    return rule


def _value(field: Input, typed: Any) -> Any:
    if isinstance(typed, dict):
        return _nested(field, typed)
    if field.form in ("part", "parts", "rules", "words"):
        return None
    return READ.get(field.form, _line)(typed)


def _nested(field: Input, tree: Tree) -> Any:
    if field.form == "words":
        return {
            name: _line(text) for name, text in tree.items() if isinstance(text, list) and text[0]
        }
    if field.shape is None:
        return None
    if field.form == "part":
        return _part(field.shape, tree)
    return [_part(field.shape, one) for one in _entries(tree)]


def _entries(tree: Tree) -> list[Tree]:
    """Return the numbered entries of a list, in order."""
    numbered = [name for name in tree if name.isascii() and name.isdigit() and len(name) < 5]
    return [tree[name] for name in sorted(numbered, key=int) if isinstance(tree[name], dict)]


def _line(typed: list[str]) -> str:
    return typed[0]


def _number(typed: list[str]) -> Any:
    return number_in(typed[0])


def number_in(text: str) -> Any:
    """Read a number; what is none stays a text."""
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


def _lines(typed: list[str]) -> list[str]:
    return [line.strip() for line in typed[0].split("\n") if line.strip()]


def _numbers(typed: list[str]) -> list[Any]:
    return [number_in(word) for word in typed[0].replace(",", " ").split()]


def _tick(typed: list[str]) -> bool | None:
    return True if typed[0] else None


def _yesno(typed: list[str]) -> Any:
    return {"true": True, "false": False}.get(typed[0], typed[0])


def _choices(typed: list[str]) -> list[str]:
    return [one for one in typed if one]


def _pairs(typed: list[str]) -> Any:
    """Read lines such as `CA: 17`; a line that is none stays, so that it can be named."""
    split = [line.partition(":") for line in _lines(typed)]
    return {name.strip(): number_in(value.strip()) for name, _, value in split}


READ: Mapping[Form, Callable[[list[str]], Any]] = {
    "number": _number,
    "lines": _lines,
    "numbers": _numbers,
    "tick": _tick,
    "yesno": _yesno,
    "choices": _choices,
    "pairs": _pairs,
}
