"""Which answers of a person a requirement looks at. The same answers, the same finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from matching.program import Leaf, Requirement, leaves_of
from matching.rules.case import Case
from matching.shares import SCHOOL_IS_OVER

SCHOOLING = ("education", "held")
EMPLOYED = ("facts.employed", "facts.laid_off")

# What each key of a rule looks at. A key that is not here is looked at by nobody.
READS: Mapping[str, tuple[str, ...]] = {
    "kind": ("held", "facts.driver_license", "test_scores"),
    "apply_at": ("age",),
    "start_at": ("age",),
    "apply_at_by_state": ("age", "state"),
    "max_age": ("age",),
    "no_child": ("age",),
    "if_under_age": ("age",),
    "min_level": SCHOOLING,
    "below_level": SCHOOLING,
    "min_grade": SCHOOLING,
    "min_gpa": ("gpa",),
    "enrolled_in": ("education", "facts.enrolled_in_school"),
    "grades": ("education", "facts.enrolled_in_school"),
    "full_time": EMPLOYED,
    "work_status": EMPLOYED,
    "employer": (*EMPLOYED, "employer"),
    "min_hours_per_week": EMPLOYED,
    "max_hours_per_week": EMPLOYED,
    "max_usd_per_hour": EMPLOYED,
    "past_probation": EMPLOYED,
    "union": ("facts.union_member", "union"),
    "states": ("state",),
    "counties": ("place",),
    "cities": ("place",),
    "counties_include": ("place",),
    "in_states": ("state",),
    "in_counties": ("place",),
    "in_cities": ("place",),
    "subject": ("facts.algebra_credit", "held"),
    "course": ("held",),
    "min_score": ("test_scores",),
    "min_scores": ("test_scores",),
    "max_usd": ("income",),
    "max_percent_fpl": ("income", "state"),
    "receives": ("facts.low_income",),
    "bars": ("facts.justice_involved",),
    "check": ("facts.justice_involved",),
    "hours": ("experience",),
    "field": ("experience",),
    "transport": ("facts.own_transport",),
    "language": ("facts.english_learner",),
    "agree": SCHOOLING,
}


@cache
def _of_keys(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for key in keys for name in READS.get(key, ()))


def reads_of(requirement: Requirement) -> tuple[str, ...]:
    """Name the answers that decide a requirement and whether it can be gained, in order."""
    return tuple(sorted({name for leaf in leaves_of(requirement) for name in _of_leaf(leaf)}))


def _of_leaf(leaf: Leaf) -> Iterator[str]:
    yield from _of_keys(tuple(leaf.rule))
    for key in ("fact", "if_fact"):
        if key in leaf.rule:
            yield f"facts.{leaf.rule[key]}"
    for name in leaf.rule.get("any_fact", ()):
        yield f"facts.{name}"
    if "enrolled_in" in leaf.rule or "grades" in leaf.rule:
        yield "school_age"  # of someone young the school they go to is in doubt


def answer(case: Case, name: str) -> Any:
    """Give a person's answer in a form that can be compared and kept."""
    if name.startswith("facts."):
        return case.flag(name.removeprefix("facts."))
    return ANSWERS[name](case)


def _sorted(pairs: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(pairs.items()))


ANSWERS: Mapping[str, Any] = {
    "age": lambda case: case.age,
    "school_age": lambda case: case.age is not None and case.age < SCHOOL_IS_OVER,
    "state": lambda case: case.place.state,
    "place": lambda case: (case.place.city, case.place.county, case.place.state),
    "education": lambda case: (case.profile.education.level, case.profile.education.grade),
    "held": lambda case: case.held,
    "gpa": lambda case: case.profile.gpa,
    "employer": lambda case: case.named("employer"),
    "union": lambda case: case.named("union"),
    "test_scores": lambda case: _sorted(case.profile.test_scores),
    "experience": lambda case: _sorted(case.profile.experience_hours),
    "income": lambda case: (case.profile.household_income_usd, case.profile.household_size),
}
