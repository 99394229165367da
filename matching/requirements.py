"""Three-valued truth, and what one rule found about one person. It knows no rule itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Status(IntEnum):
    """Kleene truth, ordered so that `all_of` is min and `any_of` is max."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2

    @property
    def word(self) -> str:
        """The contract's name for it."""
        return self.name.lower()

    @property
    def opposite(self) -> Status:
        """Negate; the opposite of unknown is unknown."""
        return Status(Status.MET - self)


def all_of(statuses: Iterable[Status]) -> Status:
    """Hold all; nothing to hold is met."""
    return min(statuses, default=Status.MET)


def any_of(statuses: Iterable[Status]) -> Status:
    """Hold at least one; nothing to choose from is not met."""
    return max(statuses, default=Status.NOT_MET)


def status_of(truth: bool | None) -> Status:
    """Read a fact: absent is unknown."""
    if truth is None:
        return Status.UNKNOWN
    return Status.MET if truth else Status.NOT_MET


@dataclass(frozen=True)
class Finding:
    """What a rule found, and the profile field it looked at."""

    status: Status
    field: str | None = None  # decided by it; if unknown, the answer that would settle it

    @property
    def opposite(self) -> Finding:
        """The same look, negated."""
        return Finding(self.status.opposite, self.field)


NOTHING_SAID = Finding(Status.UNKNOWN)
ALWAYS = Finding(Status.MET)


def every(findings: Iterable[Finding]) -> Finding:
    """Fold conditions that must all hold, keeping what decided."""
    found = list(findings)
    status = all_of(finding.status for finding in found)
    return Finding(status, _deciding(found, status))


def some(findings: Iterable[Finding]) -> Finding:
    """Fold conditions of which one is enough, keeping what decided."""
    found = list(findings)
    status = any_of(finding.status for finding in found)
    return Finding(status, _deciding(found, status))


def _deciding(found: list[Finding], status: Status) -> str | None:
    fields = (finding.field for finding in found if finding.status is status)
    return next((field for field in fields if field), None)
