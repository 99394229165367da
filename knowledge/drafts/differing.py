"""What differs between two documents, field by field. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
NAMES = ("key", "id", "about", "title", "city", "soc")  # what an entry of a list goes by


@dataclass(frozen=True)
class FieldChange:
    """One field. None: it was not there."""

    path: tuple[str, ...]  # requirements, age, start_at
    before: Any
    after: Any


def changes_in(before: Json | None, after: Json | None) -> list[FieldChange]:
    """Compare two documents; the fields of the newer one come in its order."""
    old, new = dict(_flat(before or {}, ())), dict(_flat(after or {}, ()))
    paths = [*new, *(path for path in old if path not in new)]
    return [
        FieldChange(path, old.get(path), new.get(path))
        for path in paths
        if old.get(path) != new.get(path)
    ]


def fields_apart(mine: Json | None, theirs: Json | None) -> list[str]:
    """List the fields at the top that two documents say differently."""
    first, second = mine or {}, theirs or {}
    return [name for name in {**first, **second} if first.get(name) != second.get(name)]


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, Mapping) and value:
        for name, inner in value.items():
            yield from _flat(inner, (*path, str(name)))
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        for name, inner in zip(_names(value), value, strict=True):
            yield from _flat(inner, (*path, name))
    else:
        yield path, value


def _names(entries: list[Any]) -> list[str]:
    """Name the entries of a list by what they say, so that one more does not rename the others."""
    seen: Counter[str] = Counter()
    names = []
    for entry in entries:
        said = (entry.get(name) for name in NAMES) if isinstance(entry, Mapping) else ()
        name = str(next((one for one in said if one), "") or _mode(entry))
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def _mode(entry: Any) -> str:
    modes = (mode for mode in ("any_of", "all_of", "layers") if mode in entry)
    return next(modes, "entry")
