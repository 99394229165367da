"""The same programs before and after a change to the person or to where they live."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matching.match import OPEN, Match
from matching.profile import Profile
from matching.program import Program
from matching.ranking import rank
from matching.where import Whereabouts

Person = tuple[Profile, Whereabouts]


@dataclass(frozen=True)
class WhatIf:
    """What a change does. A program is open when its verdict is eligible or likely."""

    before: tuple[Match, ...]
    after: tuple[Match, ...]
    opened: tuple[str, ...]  # program ids, best first
    closed: tuple[str, ...]


def what_if(before: Person, after: Person, programs: Iterable[Program], today: date) -> WhatIf:
    """Rank for both and say which doors open and which close."""
    known = tuple(programs)
    return difference(
        rank(before[0], known, before[1], today), rank(after[0], known, after[1], today)
    )


def difference(before: Sequence[Match], after: Sequence[Match]) -> WhatIf:
    """Say which doors open and which close between two rankings of the same programs."""
    opened = _only_in(_open(after), _open(before))
    closed = _only_in(_open(before), _open(after))
    return WhatIf(tuple(before), tuple(after), opened, closed)


def _open(matches: Sequence[Match]) -> tuple[str, ...]:
    return tuple(match.program_id for match in matches if match.verdict in OPEN)


def _only_in(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    known = frozenset(those)
    return tuple(program_id for program_id in these if program_id not in known)
