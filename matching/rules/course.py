"""Rules about courses passed."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, plain, unanswered

MATH = ("algebra", "geometry", "trigonometry", "calculus", "precalculus", "pre-calculus", "math")


def _subject(case: Case, rule: Rule) -> Finding:
    if rule["subject"] == "algebra":
        return case.fact("algebra_credit")
    if rule["subject"] != "math":
        return Finding(Status.UNKNOWN)
    if any(plain(course).startswith(MATH) for course in case.profile.courses):
        return Finding(Status.MET, "courses")
    algebra = case.fact("algebra_credit")
    return algebra if algebra.status is Status.MET else Finding(Status.UNKNOWN)


def _how_much(case: Case, rule: Rule) -> Finding:
    """How long or where a subject was studied the profile does not say; a named course does."""
    if "subject" in rule:
        return unanswered(case, rule)
    return Finding(Status.MET)


def _named_course(case: Case, rule: Rule) -> Finding:
    if plain(rule["course"]) in case.held:
        return Finding(Status.MET, "courses")
    return Finding(Status.UNKNOWN)


KEYS: dict[str, Check] = {
    "subject": _subject,
    "course": _named_course,
    "letter_grade": unanswered,
    "years": _how_much,
    "at": _how_much,
}
