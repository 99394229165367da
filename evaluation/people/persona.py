"""One invented person: what is true of them, what they tell unasked, what they want to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.people.places import Place

Item = (
    str  # age, place, education, job, credential, likes.<sector>, dislikes.<sector>, facts.<flag>
)

SENSITIVE = frozenset({"justice_involved", "homeless", "foster_youth", "low_income", "disability"})


@dataclass(frozen=True)
class Slip:
    """Something first said wrongly and put right a turn later."""

    item: Item  # age, place, likes.<the right sector>
    age: int | None = None
    place: Place | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Persona:
    """Nobody real: made from a number, the same each time."""

    number: int
    language: str  # en, es
    age: int
    level: str  # one of the contract's levels
    grade: int | None  # highest finished, the present one in high school; None: not of interest
    place: Place
    likes: tuple[str, ...]
    dislikes: tuple[str, ...]
    job: str | None  # SOC code of a job they want
    facts: Mapping[str, bool]  # what matters to them
    quiet: Mapping[str, bool]  # what they know and would only say when asked
    credential: str | None
    question: str | None  # pay, cost, apply, ladder
    patience: int  # turns
    volunteers: tuple[Item, ...] = ()  # told unasked, in this order
    slip: Slip | None = None

    def knows(self, flag: str) -> bool | None:
        """Answer a yes-or-no question about themselves; None: does not know or will not say."""
        if flag in self.facts:
            return self.facts[flag]
        if flag == "enrolled_in_school" and self.level == "in_high_school":
            return True
        return None if flag in SENSITIVE else self.quiet.get(flag)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything there is to tell."""
        jobs = (("job", self.job), ("credential", self.credential))
        return (
            "age",
            "place",
            "education",
            *(f"likes.{sector}" for sector in self.likes),
            *(f"dislikes.{sector}" for sector in self.dislikes),
            *(name for name, value in jobs if value),
            *(f"facts.{flag}" for flag in self.facts),
        )
