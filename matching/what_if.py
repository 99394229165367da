"""The same programs before and after a change to the person or to where they live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.catalog import Catalog
from matching.match import Match
from matching.profile import Profile
from matching.where import Whereabouts

Person = tuple[Profile, Whereabouts]


@dataclass(frozen=True)
class WhatIf:
    """What a change does. A program is open when its verdict is eligible or likely."""

    before: tuple[Match, ...]  # the best of them
    after: tuple[Match, ...]
    opened: tuple[str, ...]  # program ids, best first; of all programs
    closed: tuple[str, ...]


def doors(
    before: Person, after: Person, catalog: Catalog, today: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the programs that a change opens, and those that it closes, the best first."""
    once = catalog.standings(*before, today).open()
    then = catalog.standings(*after, today).open()
    return _only_in(then, once), _only_in(once, then)


def _only_in(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    known = frozenset(those)
    return tuple(program_id for program_id in these if program_id not in known)
