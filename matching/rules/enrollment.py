"""Rules about being a student now, and in which grade."""

from __future__ import annotations

from matching.requirements import Finding, Status, status_of
from matching.rules.case import Case, Check, Rule

# The level that says for sure that a person studies there now.
PRESENT = {"high_school": "in_high_school", "ged": "ged_in_progress"}


def enrolled(case: Case, school: str) -> bool | None:
    """Say whether the person studies at such a school now; None: cannot tell."""
    level = case.profile.education.level
    studies = case.flag("enrolled_in_school")
    if school in PRESENT and level is not None:
        # These two levels say where a person studies now, so any other level says "not there".
        return level == PRESENT[school]
    if studies is False:
        return False
    return True if school == "college" and level == "some_college" and studies else None


def _enrolled_in(case: Case, rule: Rule) -> Finding:
    found = Finding(status_of(enrolled(case, rule["enrolled_in"])), "education")
    return found.opposite if rule.get("is") is False else found


def _grades(case: Case, rule: Rule) -> Finding:
    education = case.profile.education
    studies = enrolled(case, "high_school")
    if studies is not True:
        return Finding(status_of(studies), "education")
    grade = education.grade
    return Finding(status_of(None if grade is None else grade in rule["grades"]), "education")


def _full_time(case: Case, rule: Rule) -> Finding:
    """Nobody says how many hours they study or work; only having none is telling."""
    if rule.get("employer") and case.flag("employed") is False:
        return Finding(Status.NOT_MET, "facts.employed")
    return Finding(Status.UNKNOWN)


KEYS: dict[str, Check] = {
    "enrolled_in": _enrolled_in,
    "grades": _grades,
    "full_time": _full_time,
}
