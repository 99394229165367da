"""What a supervised process is: a name, a command and its environment. Starts nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WRONG_SETTING = 78  # the exit code of a part that was told something it cannot use


@dataclass(frozen=True)
class Part:
    """One process to keep running, or to run once."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    folder: Path  # where it runs
    log: Path  # where what it prints goes


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits; tests shorten it."""

    grace_s: float = 8.0  # from asking a part to end until it is made to
    first_delay_s: float = 0.5  # before the first restart; doubles with each that follows
    longest_delay_s: float = 30.0
    steady_s: float = 60.0  # a part that lived this long starts again from the first delay
    probe_s: float = 0.25  # between two looks at what is ready

    def delay_s(self, deaths_in_a_row: int) -> float:
        """Return how long to wait before restart number `deaths_in_a_row` (from 1)."""
        doubled = self.first_delay_s * 2.0 ** min(deaths_in_a_row - 1, 20)
        return min(self.longest_delay_s, doubled)


class SupervisionFailed(Exception):
    """The parts cannot be run; the message tells the operator why and what to do."""
