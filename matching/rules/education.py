"""Schooling rules. Levels are a partial order: a certificate says nothing of a diploma."""

from __future__ import annotations

from matching.requirements import Finding, Status, status_of
from matching.rules.case import Case, Check, Rule, at_least, unanswered

_LEFT = frozenset({"no_high_school", "some_high_school"})
_DIPLOMA = _LEFT | {"in_high_school", "ged_in_progress", "high_school"}
_COLLEGE = _DIPLOMA | {"some_college"}
_DEGREE = _COLLEGE | {"certificate", "associate"}

# What somebody at a level holds for sure.
HOLDS: dict[str, frozenset[str]] = {
    "no_high_school": frozenset({"no_high_school"}),
    "some_high_school": _LEFT,
    "in_high_school": _LEFT | {"in_high_school"},
    "ged_in_progress": frozenset({"no_high_school", "ged_in_progress"}),
    "high_school": _DIPLOMA,
    "some_college": _COLLEGE,
    "certificate": frozenset({"no_high_school", "certificate"}),
    "associate": _DEGREE,
    "bachelor": _DEGREE | {"bachelor"},
    "graduate": _DEGREE | {"bachelor", "graduate"},
}
# What they may hold besides; the level alone cannot tell.
MAY_HOLD: dict[str, frozenset[str]] = {
    "ged_in_progress": frozenset({"some_high_school"}),
    "certificate": _COLLEGE,
}
LAST_GRADE_BELOW = 8  # the highest grade that still counts as no high school
DIPLOMAS = frozenset({"ged", "hiset", "tasc", "hsed", "high-school-diploma", "diploma"})


def holds(case: Case, level: str) -> bool | None:
    """Say whether the person holds a level or higher; None: cannot tell."""
    own = case.profile.education.level
    if level == "no_high_school":
        return True
    if level in _DIPLOMA and case.holds_any(DIPLOMAS):
        return True
    if own is None:
        return None
    if level in HOLDS[own]:
        return True
    return None if level in MAY_HOLD.get(own, ()) else False


def grade_finished(case: Case) -> int | None:
    """Return the highest grade finished, 12 for a diploma; None: cannot tell."""
    if holds(case, "high_school"):
        return 12
    education = case.profile.education
    if education.grade is None:
        return None
    return education.grade - 1 if education.level == "in_high_school" else education.grade


def _min_level(case: Case, rule: Rule) -> Finding:
    return Finding(status_of(holds(case, rule["min_level"])), "education")


def _below_level(case: Case, rule: Rule) -> Finding:
    return Finding(status_of(holds(case, rule["below_level"])), "education").opposite


def _min_grade(case: Case, rule: Rule) -> Finding:
    finished = grade_finished(case)
    if finished is None and case.profile.education.level == "no_high_school":
        below = rule["min_grade"] <= LAST_GRADE_BELOW
        return Finding(Status.UNKNOWN if below else Status.NOT_MET, "education")
    return at_least(finished, rule["min_grade"], "education")


def _min_gpa(case: Case, rule: Rule) -> Finding:
    return at_least(case.profile.gpa, rule["min_gpa"], "gpa")


KEYS: dict[str, Check] = {
    "min_level": _min_level,
    "below_level": _below_level,
    "min_grade": _min_grade,
    "min_gpa": _min_gpa,
    "min_percent": unanswered,
    "min_credits": unanswered,
    "max_credits": unanswered,
    "basic_skills": unanswered,
}
