"""Which of several programs one name may mean fits a person best."""

from __future__ import annotations

from collections.abc import Sequence

from actions.turn import Turn
from matching.match import Match
from matching.program import Program

VERDICTS = ("eligible", "likely", "one_step_away", "not_now", "closed")  # best first


def fitting_first(turn: Turn, programs: Sequence[Program]) -> list[Program]:
    """Order programs by how open they are to the person, then by how much is settled."""
    by_id = {program.id: program for program in programs}
    matches = turn.advice.judged(turn.profile, list(by_id))
    return [by_id[match.program_id] for match in sorted(matches, key=_standing)]


def _standing(match: Match) -> tuple[int, float]:
    closing = [judged for judged in match.requirements if judged.closes]
    met = sum(judged.status == "met" for judged in closing)
    return VERDICTS.index(match.verdict), -met / max(1, len(closing))
