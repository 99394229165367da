"""A second opinion on hard limits, from the record itself: it speaks only when it is sure.

It reads a program's record as `GET /programs/{id}` gives it and knows nothing of matching.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from evaluation.people.reach import is_outside, listed, may_be_in
from evaluation.people.told import Told

Json = Mapping[str, Any]
Limit = Callable[[Told, Json], bool]  # is the limit surely broken

# What makes a condition less than a plain one: then only people can tell.
LOOSE = frozenset({"preferred", "sometimes", "if_fact", "if_under_age", "open_to_all", "group"})
LOOSE |= {"record_ok", "unstated"}
RISING: tuple[str, ...] = (
    *("no_high_school", "some_high_school", "high_school", "some_college"),
    *("associate", "bachelor", "graduate"),
)
BEFORE_A_DIPLOMA = frozenset({"no_high_school", "some_high_school", "in_high_school"})
BEFORE_A_DIPLOMA |= {"ged_in_progress"}
DEGREES = ("associate", "bachelor", "graduate")
STUDIES_AT = {"high_school": "in_high_school", "ged": "ged_in_progress"}


def broken_by(told: Told, record: Json) -> list[str]:
    """List the limits of a program that somebody surely does not meet, by what they told."""
    found = _broken_area(told, record)
    for requirement in record["requirements"]:
        found += [f"{requirement['id']}: {requirement['text']}"] * _fails(told, requirement)
    return found


def _broken_area(told: Told, record: Json) -> list[str]:
    home, name = told.place, f"{record['id']}#location"
    if home is None or told.value(f"confirmed.{name}") is not None:
        return []
    if not is_outside(home, record):
        return []
    return [f"{name}: serves {listed(record['serves'])}, not {home.city}, {home.state}"]


def _fails(told: Told, requirement: Json) -> bool:
    """Say whether a requirement surely fails; of several ways in, or layers, every one has to."""
    if requirement.get("track") or told.value(f"confirmed.{requirement['id']}") is not None:
        return False
    if "mode" in requirement:
        parts = [_fails(told, part) for part in requirement["alternatives"]]
        return any(parts) if requirement["mode"] == "all_of" else all(parts)
    rule = requirement["rule"]
    if requirement["about"] == "work_authorization" or not LOOSE.isdisjoint(rule):
        return False
    return any(limit(told, rule) for key, limit in LIMITS.items() if key in rule)


def _too_young(told: Told, rule: Json) -> bool:
    age, state = told.value("age"), told.place.state if told.place else None
    everywhere = rule.get("apply_at", rule.get("start_at"))
    by_state = rule.get("apply_at_by_state") or {}
    ages = [by_state[state]] if state in by_state else [everywhere, *by_state.values()]
    known = [least for least in ages if least is not None]
    return age is not None and bool(known) and age < min(known)


def _too_old(told: Told, rule: Json) -> bool:
    age = told.value("age")
    return age is not None and age > rule["max_age"]


def _fact(told: Told, rule: Json) -> bool:
    value = told.value(f"facts.{rule['fact']}")
    if value is None or rule["fact"] == "disability":
        return False
    return bool(value is not rule.get("is", True))


def _no_union(told: Told, rule: Json) -> bool:
    return told.value("facts.union_member") is False


def _no_job(told: Told, rule: Json) -> bool:
    """Who was laid off may still count as of the employer."""
    return told.value("facts.employed") is False and told.value("facts.laid_off") is not True


def _level_too_low(told: Told, rule: Json) -> bool:
    least, own = rule["min_level"], told.value("education.level")
    if own in BEFORE_A_DIPLOMA:
        return least in RISING[2:] or (own == "no_high_school" and least == "some_high_school")
    if own == "certificate":
        return least in DEGREES
    return own in RISING and least in RISING and RISING.index(own) < RISING.index(least)


def _level_too_high(told: Told, rule: Json) -> bool:
    most, own = rule["below_level"], told.value("education.level")
    return own in RISING and most in RISING and RISING.index(own) >= RISING.index(most)


def _grade_too_low(told: Told, rule: Json) -> bool:
    level, grade = told.value("education.level"), told.value("education.grade")
    if grade is None or level not in BEFORE_A_DIPLOMA or level == "ged_in_progress":
        return False
    finished = grade - 1 if level == "in_high_school" else grade
    return bool(finished < rule["min_grade"])


def _not_in_that_school(told: Told, rule: Json) -> bool:
    own, wanted = told.value("education.level"), STUDIES_AT.get(rule["enrolled_in"])
    if own is None or wanted is None or own == "certificate":
        return False
    return bool((own == wanted) is not rule.get("is", True))


def _not_in_that_grade(told: Told, rule: Json) -> bool:
    grade = told.value("education.grade")
    in_school = told.value("education.level") == "in_high_school"
    return in_school and grade is not None and grade not in rule["grades"]


def _lives_elsewhere(told: Told, rule: Json) -> bool:
    if told.place is None or rule.get("counties_include"):
        return False
    return not may_be_in(told.place, rule)


LIMITS: Mapping[str, Limit] = {
    "apply_at": _too_young,
    "start_at": _too_young,
    "apply_at_by_state": _too_young,
    "max_age": _too_old,
    "fact": _fact,
    "union": _no_union,
    "employer": _no_job,
    "past_probation": _no_job,
    "min_hours_per_week": _no_job,
    "min_level": _level_too_low,
    "below_level": _level_too_high,
    "min_grade": _grade_too_low,
    "enrolled_in": _not_in_that_school,
    "grades": _not_in_that_grade,
    "states": _lives_elsewhere,
    "cities": _lives_elsewhere,
}
