"""What came of judging one program for one person: codes, numbers and ids, no sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from matching.program import Group, Requirement, leaves_of

Params = Mapping[str, Any]

OPEN = ("eligible", "likely")  # verdicts under which a person can go there now


@dataclass(frozen=True)
class Judged:
    """One requirement and how the person stands to it."""

    requirement: Requirement
    status: str  # met, not_met, unknown
    gainable: bool
    alternatives: tuple[Judged, ...] = ()  # the parts of a group
    because: str | None = None  # profile field that decided; "confirmed": the person's own answer
    asks: str | None = None  # while unknown: the profile field that would settle it

    @property
    def closes(self) -> bool:
        """Say whether failing it closes the program: not if only wanted, or of one track."""
        if self.requirement.track is not None:
            return False
        return not all(leaf.rule.get("preferred") for leaf in leaves_of(self.requirement))

    @property
    def counting(self) -> Judged:
        """Return itself, or the one layer that is known to count where the person lives."""
        layered = isinstance(self.requirement, Group) and self.requirement.mode == "layers"
        return self.alternatives[0] if layered and len(self.alternatives) == 1 else self

    def leaves(self) -> Iterator[Judged]:
        """Walk the judged conditions, left to right."""
        if not self.alternatives:
            yield self
        for part in self.alternatives:
            yield from part.leaves()


@dataclass(frozen=True)
class Step:
    """One thing to do. `code` is a sentence of the locales, `params` what it speaks of."""

    code: str
    params: Params = field(default_factory=dict)
    program_id: str | None = None  # a program that gets the person there
    weeks: int | None = None  # None: nobody states it
    cost_usd: int | None = None  # whole dollars; None: nobody states it
    date: str | None = None  # ISO, may be partial


@dataclass(frozen=True)
class Gap:
    """A requirement that is not met, and the way to meet it. No steps: nothing known helps."""

    requirement_id: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Path:
    """Steps in the order to take them. No steps: nothing stands in the way that is known."""

    steps: tuple[Step, ...]
    weeks: int | None  # all of them; None: not known of each
    cost_usd: int | None


@dataclass(frozen=True)
class Reason:
    """One thing that counts for or against a program, with its share of the score."""

    code: str
    points: float
    params: Params = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """One program as it fits one person. The score is the sum of its reasons' points."""

    program_id: str
    verdict: str  # eligible, likely, one_step_away, not_now, closed
    requirements: tuple[Judged, ...]
    missing: tuple[Gap, ...]
    reasons: tuple[Reason, ...]
    distance_miles: float | None  # to the nearest site; None: not known
    serves_location: bool | None
    score: float  # 0 to 1
    path: Path | None = None  # the closest way in; None: none is known, or none is needed
    parts: tuple[str, ...] = ()  # ids of parts, or of the whole, that stand behind this one
    state: str | None = None  # where the person lives, as far as it is known
    only_if: tuple[str, ...] = ()  # ids of what only insiders meet, where nobody said they do

    @property
    def doubted(self) -> tuple[Requirement, ...]:
        """List what only people of some employer, union, school or history can meet."""
        asked = (judged.requirement for judged in self.requirements)
        return tuple(one for one in asked if one.id in self.only_if)
