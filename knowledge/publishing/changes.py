"""What differs between two contents, record by record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.content import Content

KINDS = ("programs", "ladders", "occupations")


@dataclass(frozen=True)
class Changes:
    """Ids of records, each as `program wrtp-big-step`."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def changes_between(before: Content, after: Content) -> Changes:
    """Compare two contents."""
    added: list[str] = []
    changed: list[str] = []
    removed: list[str] = []
    for kind in KINDS:
        old: Mapping[str, Any] = getattr(before, kind)
        new: Mapping[str, Any] = getattr(after, kind)
        label = kind.removesuffix("s")
        added += [f"{label} {name}" for name in sorted(new.keys() - old.keys())]
        removed += [f"{label} {name}" for name in sorted(old.keys() - new.keys())]
        both = sorted(old.keys() & new.keys())
        changed += [f"{label} {name}" for name in both if old[name] != new[name]]
    if before.wages != after.wages:
        changed.append("wages")
    return Changes(tuple(added), tuple(changed), tuple(removed))
