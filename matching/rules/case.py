"""One person on one day, with the questions that rules ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from matching.birthdays import age_on
from matching.profile import Profile
from matching.requirements import Finding, Status, status_of
from matching.where import Whereabouts, whereabouts_said


def plain(code: str) -> str:
    """Compare codes however they were written: OSHA 10, osha_10, osha-10."""
    return "-".join(code.casefold().replace("_", " ").replace("-", " ").split())


@dataclass(frozen=True)
class Case:
    """A person, where they are and what day it is."""

    profile: Profile
    where: Whereabouts
    today: date

    @cached_property
    def age(self) -> int | None:
        """Whole years today."""
        return age_on(self.profile, self.today)

    @cached_property
    def place(self) -> Whereabouts:
        """The resolved place, or else the place as said."""
        return self.where if self.where.state else whereabouts_said(self.profile.location)

    @cached_property
    def held(self) -> frozenset[str]:
        """Credentials, courses and the like, written alike."""
        return frozenset(map(plain, (*self.profile.credentials, *self.profile.courses)))

    def flag(self, name: str) -> bool | None:
        """Read a fact, said or implied by something said; None: unknown."""
        said = self.profile.facts.get(name)
        if isinstance(said, bool):
            return said
        implied = IMPLIED.get(name)
        return True if implied and implied(self) else None

    def fact(self, name: str) -> Finding:
        """Read a fact as a finding."""
        return Finding(status_of(self.flag(name)), f"facts.{name}")

    def named(self, name: str) -> str | None:
        """Read the employer's or the union's name."""
        said = self.profile.facts.get(name)
        return said if isinstance(said, str) else None

    def holds_any(self, codes: Iterable[str]) -> bool:
        """Say whether any of the codes is among what the person holds."""
        return not self.held.isdisjoint(codes)


def _took_algebra(case: Case) -> bool:
    return any(course.startswith("algebra") for course in map(plain, case.profile.courses))


IMPLIED: Mapping[str, Callable[[Case], bool]] = {
    "enrolled_in_school": lambda case: case.profile.education.level == "in_high_school",
    "union_member": lambda case: case.named("union") is not None,
    "driver_license": lambda case: case.holds_any(("cdl", "cdl-a", "cdl-b")),
    "algebra_credit": _took_algebra,
}

Rule = Mapping[str, Any]
Check = Callable[[Case, Rule], Finding]


def unanswered(case: Case, rule: Rule) -> Finding:
    """Look at a key that no profile field covers: only the person can settle it."""
    return Finding(Status.UNKNOWN)


def at_least(value: float | None, least: float, field: str) -> Finding:
    """Compare a number the person gave with a floor."""
    return Finding(status_of(None if value is None else value >= least), field)


def at_most(value: float | None, most: float, field: str) -> Finding:
    """Compare a number the person gave with a ceiling."""
    return Finding(status_of(None if value is None else value <= most), field)
