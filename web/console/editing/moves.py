"""Changes to the make-up of a document: add, remove, move, group. Each is one button of a form."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from knowledge.content_files.program_shape import MODES
from knowledge.content_files.writing_requirements import with_keys
from web.console.editing.inputs import RULES, rule_inputs

Json = dict[str, Any]
Path = list[str]
CITING = {"sources": ("source", "wage_source"), "rungs": ("from", "to")}  # by their number


class NoSuchMove(Exception):
    """A button that no form of ours has, or that no longer fits what was sent."""


def moved(document: Json, button: str) -> Json:
    """Return the document after a button such as `up requirements.1`. Raises NoSuchMove."""
    after = copy.deepcopy(document)
    name, _, rest = button.partition(" ")
    where, _, what = rest.partition(" ")
    move = MOVES.get(name)
    if move is None or not where:
        raise NoSuchMove(button)
    try:
        if where.startswith("requirements.") and name in NAMING:
            after["requirements"] = with_keys(after["requirements"])
        move(after, where.split("."), what)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
        raise NoSuchMove(button) from error
    return after


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _entry(document: Json, path: Path) -> tuple[list[Any], int]:
    """Return the list that holds an entry, and the entry's number in it."""
    entries, number = _at(document, path[:-1]), int(path[-1])
    if not isinstance(entries, list) or not 0 <= number < len(entries):
        raise NoSuchMove(".".join(path))
    return entries, number


def _add(document: Json, path: Path, _: str) -> None:
    holder = document
    for step in path[:-1]:
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
    entries = holder.setdefault(path[-1], [])
    entries.append({"about": ""} if path[-1] in ("requirements", *RULES) else {})


def _remove(document: Json, path: Path, _: str) -> None:
    entries, number = _entry(document, path)
    del entries[number]
    _recite(document, CITING.get(path[0] if len(path) == 2 else "", ()), number)
    if not entries:
        del _at(document, path[:-2])[path[-2]]


def _recite(value: Any, names: tuple[str, ...], gone: int) -> None:
    """Let what cited a later entry cite it still; what cited the one that went cites none."""
    for inner in value if isinstance(value, list) else ():
        _recite(inner, names, gone)
    if not isinstance(value, dict):
        return
    for name in names:
        cited = value.get(name)
        if isinstance(cited, int) and cited >= gone:
            value[name] = cited - 1 if cited > gone else ""
    for inner in value.values():
        _recite(inner, names, gone)


def _up(document: Json, path: Path, _: str) -> None:
    entries, number = _entry(document, path)
    if number:
        entries[number - 1], entries[number] = entries[number], entries[number - 1]


def _down(document: Json, path: Path, _: str) -> None:
    entries, number = _entry(document, path)
    if number + 1 < len(entries):
        entries[number + 1], entries[number] = entries[number], entries[number + 1]


def _group(document: Json, path: Path, mode: str) -> None:
    """Put a condition into a group of its own, to which others can be added."""
    if mode not in MODES:
        raise NoSuchMove(mode)
    entries, number = _entry(document, path)
    inner = entries[number]
    kept = {name: inner.pop(name) for name in ("key", "track") if name in inner}
    said = {name: inner[name] for name in ("text", "source") if name in inner}
    entries[number] = {**kept, mode: [inner], **said}


def _ungroup(document: Json, path: Path, _: str) -> None:
    """Put the conditions of a group in its place."""
    entries, number = _entry(document, path)
    group = entries[number]
    [mode] = [mode for mode in MODES if mode in group]
    inner = [_cited(one, group) for one in group[mode]]
    entries[number : number + 1] = [*inner, *group.get("waived_by", ())]


def _cited(condition: Json, group: Json) -> Json:
    """Let a condition keep the source that its group named for it."""
    return {"source": group["source"], **condition} if "source" in group else condition


def _mode(document: Json, path: Path, mode: str) -> None:
    """Let the conditions of a group count together in another way."""
    if mode not in MODES:
        raise NoSuchMove(mode)
    entries, number = _entry(document, path)
    [old] = [name for name in MODES if name in entries[number]]
    entries[number] = {mode if k == old else k: inner for k, inner in entries[number].items()}


def _into(document: Json, path: Path, _: str) -> None:
    """Move a condition to the end of the group above it."""
    entries, number = _entry(document, path)
    if number == 0:
        raise NoSuchMove("into")
    above = entries[number - 1]
    [mode] = [name for name in MODES if name in above]
    above[mode].append(entries.pop(number))


def _out(document: Json, path: Path, _: str) -> None:
    """Move a condition out of its group, right behind it."""
    entries, number = _entry(document, path)
    around, place = _entry(document, path[:-2])
    around.insert(place + 1, _cited(entries.pop(number), around[place]))
    if not entries:
        del around[place][path[-2]]


def _detail(document: Json, path: Path, name: str) -> None:
    if name not in rule_inputs():
        raise NoSuchMove(name)
    _at(document, path).setdefault(name, "")


MOVES: Mapping[str, Callable[[Json, Path, str], None]] = {
    "add": _add,
    "remove": _remove,
    "up": _up,
    "down": _down,
    "group": _group,
    "ungroup": _ungroup,
    "mode": _mode,
    "into": _into,
    "out": _out,
    "detail": _detail,
}
NAMING = ("remove", "up", "down", "group", "ungroup", "into", "out")  # would rename by number
