"""What we know of a person. A thing not said is absent, and absent never means no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

LEVELS = (
    "no_high_school",
    "some_high_school",
    "in_high_school",
    "ged_in_progress",
    "high_school",
    "some_college",
    "certificate",
    "associate",
    "bachelor",
    "graduate",
)
SECTORS = (
    "construction",
    "manufacturing",
    "aerospace",
    "automotive",
    "transportation",
    "energy",
    "healthcare",
    "hospitality",
    "technology",
    "public_safety",
    "education_care",
    "business_finance",
    "agriculture_environment",
    "arts_media",
    "retail_service",
    "personal_care",
)
FLAGS = (
    "driver_license",
    "own_transport",
    "veteran",
    "justice_involved",
    "foster_youth",
    "homeless",
    "parent_or_pregnant",
    "disability",
    "english_learner",
    "low_income",
    "employed",
    "laid_off",
    "union_member",
    "needs_childcare",
    "enrolled_in_school",
    "willing_to_relocate",
    "algebra_credit",
)
NAMES = ("employer", "union")

EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Education:
    """Schooling so far. `grade` is the highest grade finished, or the present one when enrolled."""

    level: str | None = None  # one of LEVELS
    grade: int | None = None  # 0 (kindergarten) to 12


@dataclass(frozen=True)
class Location:
    """Where the person is, as said."""

    city: str | None = None
    state: str | None = None  # two capital letters
    zip: str | None = None  # five digits


@dataclass(frozen=True)
class Interests:
    """Sets in the order they were said, so that people read them back in their own order."""

    likes: tuple[str, ...] = ()  # SECTORS
    dislikes: tuple[str, ...] = ()  # SECTORS
    occupations: tuple[str, ...] = ()  # SOC 2018 codes


@dataclass(frozen=True)
class Profile:
    """One person, all of it optional."""

    age: int | None = None  # whole years
    next_birthday: str | None = None  # ISO date, may be partial: 2027-03
    education: Education = Education()
    location: Location = Location()
    interests: Interests = Interests()
    facts: Mapping[str, bool | str] = field(
        default_factory=lambda: EMPTY
    )  # FLAGS are bools, NAMES are strings
    credentials: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    test_scores: Mapping[str, float] = field(default_factory=lambda: EMPTY)
    gpa: float | None = None  # 0 to 4
    experience_hours: Mapping[str, int] = field(default_factory=lambda: EMPTY)  # by SOC code
    household_income_usd: int | None = None  # whole dollars a year
    household_size: int | None = None
    confirmed: Mapping[str, bool] = field(
        default_factory=lambda: EMPTY
    )  # answers by requirement id
