"""Age rules in whole years: when one may apply, start, and when it is too late."""

from __future__ import annotations

from matching.requirements import Finding, Status, status_of
from matching.rules.case import Case, Check, Rule, at_most


def old_enough(case: Case, rule: Rule) -> Finding:
    """Judge the youngest age; who may apply already has not failed for being too young to start."""
    ages = least_ages(case, rule)
    if not ages:
        return Finding(Status.MET)
    if case.age is None:
        return Finding(Status.UNKNOWN, "age")
    verdicts = {case.age >= age for age in ages}
    if len(verdicts) == 1:
        return Finding(status_of(verdicts.pop()), "age")
    return Finding(Status.UNKNOWN, "location")


def least_ages(case: Case, rule: Rule) -> set[int]:
    """Collect the youngest ages that may count here; several while the state is unknown."""
    everywhere = rule.get("apply_at", rule.get("start_at"))
    by_state = rule.get("apply_at_by_state", {})
    state = case.place.state
    if state is None:
        return {age for age in (everywhere, *by_state.values()) if age is not None}
    here = by_state.get(state, everywhere)
    return set() if here is None else {here}


def young_enough(case: Case, rule: Rule) -> Finding:
    """Judge the oldest age, which still qualifies."""
    return at_most(case.age, rule["max_age"], "age")


def no_child(case: Case, rule: Rule) -> Finding:
    """Judge an age that only children are too young for; an age not said is no child's."""
    if case.age is None:
        return Finding(Status.MET)
    return Finding(status_of(case.age >= rule["no_child"]), "age")


KEYS: dict[str, Check] = {
    "no_child": no_child,
    "apply_at": old_enough,
    "start_at": old_enough,
    "apply_at_by_state": old_enough,
    "max_age": young_enough,
}
