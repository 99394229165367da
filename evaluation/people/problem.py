"""One thing that was not right in a talk."""

from __future__ import annotations

from dataclasses import dataclass

NEVER = -1  # it came in no turn


@dataclass(frozen=True)
class Problem:
    """What was wrong, and the turn it came in."""

    kind: str  # missed, invented, untrue, limit, verdict, list, repeat, dead_end, unanswered, ...
    what: str
    turn: int  # from 0; NEVER where it belongs to none
