"""Two or more programs side by side, as facts that can be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.match import Match
from matching.program import Program

Cell = Callable[[Match, Program], Any]


@dataclass(frozen=True)
class Row:
    """One aspect across programs, in the order they were given. None: not stated."""

    aspect: str  # a code of the locales: compare.<aspect>
    cells: tuple[Any, ...]

    @property
    def differs(self) -> bool:
        """Say whether the programs are told apart by it."""
        return any(cell != self.cells[0] for cell in self.cells[1:])


ASPECTS: Mapping[str, Cell] = {
    "verdict": lambda match, program: match.verdict,
    "missing": lambda match, program: len(match.missing),
    "distance": lambda match, program: match.distance_miles,
    "serves": lambda match, program: match.serves_location,
    "kind": lambda match, program: program.kind,
    "cost": lambda match, program: program.cost,
    "pay_while_training": lambda match, program: program.pay_while_training,
    "length": lambda match, program: program.length,
    "schedule": lambda match, program: program.schedule or None,
    "supports": lambda match, program: program.supports or None,
    "credentials": lambda match, program: program.credentials or None,
    "leads_to": lambda match, program: program.leads_to or None,
    "status": lambda match, program: program.status,
}


def compare(matches: Sequence[Match], programs: Mapping[str, Program]) -> tuple[Row, ...]:
    """Lay programs side by side; an aspect that none of them states is left out."""
    rows = (
        Row(aspect, tuple(cell(match, programs[match.program_id]) for match in matches))
        for aspect, cell in ASPECTS.items()
    )
    return tuple(row for row in rows if any(cell is not None for cell in row.cells))
