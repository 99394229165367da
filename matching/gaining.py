"""Which conditions that fail today a person can still come to meet."""

from __future__ import annotations

from matching.program import Leaf
from matching.rules import KEYS
from matching.rules.age import least_ages
from matching.rules.case import Case

GAINED_BY_LEARNING = frozenset(
    {"education", "course", "license", "test", "experience", "documents"}
)
STILL_TO_COME = frozenset({"start", "placement", "finish", "later"})  # values of `by`
DONE_AT_WILL = frozenset(
    {"agree", "steps", "documents", "employer_sponsor", "selective_service", "transport"}
    | {"equipment", "drug_free"}
)
NEVER = 1000  # years: past an oldest age
CANNOT_BE_UNDONE = frozenset({"below_level", "max_credits", "basic_skills"})


def gainable(case: Case, leaf: Leaf) -> bool:
    """Say whether the condition can be met within reach; age counts when it is a year away."""
    if leaf.rule.get("by") in STILL_TO_COME:
        return True
    if leaf.about == "age":
        return _ages_into(case, leaf)
    if not CANNOT_BE_UNDONE.isdisjoint(leaf.rule):
        return False
    if leaf.about in GAINED_BY_LEARNING:
        return True
    if leaf.rule.get("fact") in {"own_transport", "driver_license", "algebra_credit"}:
        return leaf.rule.get("is") is not False
    deciding = [key for key in leaf.rule if key in KEYS or key in DONE_AT_WILL]
    return bool(deciding) and DONE_AT_WILL.issuperset(deciding)


def _ages_into(case: Case, leaf: Leaf) -> bool:
    years = years_to_go(case, leaf)
    return years is None or years <= 1


def years_to_go(case: Case, leaf: Leaf) -> int | None:
    """Count the birthdays still needed; None while the age is unknown; too old is never."""
    if case.age is None:
        return None
    if case.age > leaf.rule.get("max_age", case.age):
        return NEVER
    return max(0, min(least_ages(case, leaf.rule), default=0) - case.age)
