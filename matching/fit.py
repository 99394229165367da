"""A person, a program and how its requirements came out: what reasons look at."""

from __future__ import annotations

from dataclasses import dataclass

from matching.match import Judged
from matching.program import Program
from matching.rules.case import Case

ALWAYS_THERE = frozenset({"job_center", "college", "support"})
ONE_TRADE = 4  # sectors up to which a college course is a program of its own field
EXAMPLE = "-example"


def is_always_there(program: Program) -> bool:
    """Say whether it stands behind every other answer: an office, a whole college, plain help."""
    if program.kind == "college" and 0 < len(program.sectors) <= ONE_TRADE:
        return False
    return program.kind in ALWAYS_THERE


def is_example(program_id: str) -> bool:
    """Say whether a record only shows what an offering looks like."""
    return program_id.endswith(EXAMPLE)


@dataclass(frozen=True)
class Fit:
    """One program judged for one person, before its reasons are known."""

    case: Case
    program: Program
    requirements: tuple[Judged, ...]
    verdict: str
    distance_miles: float | None

    @property
    def serves_location(self) -> bool | None:
        """Say whether it serves where the person lives; the service area stands first."""
        status = self.requirements[0].status
        return None if status == "unknown" else status == "met"

    @property
    def always_there(self) -> bool:
        """Say whether it stands behind every other answer."""
        return is_always_there(self.program)

    @property
    def liked(self) -> tuple[str, ...]:
        """The liked sectors that are the program's own; what is for all is for nobody's wish."""
        if self.always_there:
            return ()
        own = self.program.sectors
        return tuple(s for s in self.case.profile.interests.likes if s in own)

    @property
    def named_jobs(self) -> tuple[str, ...]:
        """The jobs the person named that the program prepares for or leads to."""
        jobs = (*self.program.occupations, *self.program.leads_to)
        return tuple(soc for soc in self.case.profile.interests.occupations if soc in jobs)
