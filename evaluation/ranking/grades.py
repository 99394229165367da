"""What two graders gave each program for each persona. Read strictly, and frozen by hash."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.ranking.personas import PERSONAS, GradingProblem, records_of
from evaluation.ranking.scoring import GRADES, Pair

GRADED = "grades*.jsonl"  # a later round has a file of its own, so that earlier ones never change
FROZEN = (PERSONAS, GRADED)


@dataclass(frozen=True)
class Grades:
    """Grades by persona and program."""

    by_persona: Mapping[str, Mapping[str, Pair]]

    def mean(self, persona_id: str, program_id: str) -> float | None:
        """Average what the two gave; None: nobody graded it."""
        pair = self.by_persona.get(persona_id, {}).get(program_id)
        return None if pair is None else sum(pair) / 2

    def best_of(self, persona_id: str, families: Mapping[str, str]) -> list[float]:
        """List the best average of each family graded for a persona; a stranger is its own."""
        best: dict[str, float] = {}
        for program, pair in self.by_persona.get(persona_id, {}).items():
            family = families.get(program, program)
            best[family] = max(best.get(family, 0.0), sum(pair) / 2)
        return list(best.values())

    def pairs(self, persona_ids: Collection[str]) -> list[Pair]:
        """List what the two gave, over some personas."""
        return [
            pair
            for name, graded in self.by_persona.items()
            if name in persona_ids
            for pair in graded.values()
        ]


def grades_in(folder: Path, persona_ids: Collection[str]) -> Grades:
    """Read every round of grades. Raises GradingProblem."""
    found: dict[str, dict[str, Pair]] = {}
    for path in sorted(folder.glob(GRADED)):
        for record in records_of(path):
            persona, program, pair = _read(path.name, record)
            if persona not in persona_ids:
                raise GradingProblem(f"{path.name}: there is no persona {persona}")
            if program in found.setdefault(persona, {}):
                raise GradingProblem(f"{path.name}: {persona} {program} is graded twice")
            found[persona][program] = pair
    return Grades(found)


def _read(name: str, record: Mapping[str, Any]) -> tuple[str, str, Pair]:
    try:
        persona, program, a, b = (record[key] for key in ("persona", "program", "a", "b"))
    except KeyError as missing:
        raise GradingProblem(f"{name}: a line lacks {missing}") from missing
    if a not in GRADES or b not in GRADES:
        raise GradingProblem(f"{name}: {persona} {program}: a grade is 0, 1 or 2")
    return persona, program, (a, b)
