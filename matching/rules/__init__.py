"""What every key of a requirement means. A key nobody knows makes its condition unknown."""

from __future__ import annotations

from collections.abc import Iterator

from matching.program import Leaf
from matching.requirements import ALWAYS, NOTHING_SAID, Finding, Status, every, some
from matching.rules import (
    age,
    course,
    education,
    enrollment,
    experience,
    income,
    justice,
    other,
    residency,
    test,
    work,
)
from matching.rules import license as driving
from matching.rules.case import Case, Check, Rule, unanswered

# Keys that say how the others are meant, or what to bring and do: they decide nothing alone.
MODIFIERS = frozenset(
    {"is", "if_fact", "if_under_age", "open_to_all", "record_ok", "unstated", "group", "track"}
    | {"preferred", "sometimes", "partly", "by", "documents", "steps", "fee_usd", "subjects"}
    | {"within_months", "within_days", "household_size", "retest_months"}
    | {"layer", "in_states", "in_counties", "in_cities", "cites", "poverty_line", "decided_by"}
)


def _fact(case: Case, rule: Rule) -> Finding:
    found = case.fact(rule["fact"])
    return found.opposite if rule.get("is") is False else found


def _any_fact(case: Case, rule: Rule) -> Finding:
    return some(case.fact(name) for name in rule["any_fact"])


def _kind(case: Case, rule: Rule) -> Finding:
    """A kind of license or of test: their names never overlap."""
    if rule["kind"] == "driver" or rule["kind"] in driving.PROOF:
        return driving.of_license(case, rule)
    return test.of_test(case, rule)


KEYS: dict[str, Check] = {
    "fact": _fact,
    "any_fact": _any_fact,
    "kind": _kind,
    "state": unanswered,
    **age.KEYS,
    **education.KEYS,
    **enrollment.KEYS,
    **work.KEYS,
    **experience.KEYS,
    **residency.KEYS,
    **course.KEYS,
    **test.KEYS,
    **income.KEYS,
    **justice.KEYS,
    **other.KEYS,
}


def never_a_status(leaf: Leaf) -> bool:
    """Say whether it is only shown: the right to work, what an office decides, whom it is for."""
    if leaf.about == "work_authorization" or "decided_by" in leaf.rule:
        return True
    return "group" in leaf.rule and is_text_only(leaf)


def look(case: Case, leaf: Leaf) -> Finding:
    """Judge one condition, modifiers and all. What the person confirmed comes first."""
    if never_a_status(leaf):
        return NOTHING_SAID
    answer = case.profile.confirmed.get(leaf.id)
    if answer is not None:
        return Finding(Status.MET if answer else Status.NOT_MET, "confirmed")
    if leaf.rule.get("open_to_all") or leaf.rule.get("record_ok"):
        return ALWAYS
    return _where_it_counts(case, leaf.rule, _softened(leaf.rule, _hard(case, leaf.rule)))


def hardly_met(case: Case, leaf: Leaf) -> bool:
    """Say whether a condition left open is one that the person most likely does not meet.

    They are past an age that is asked only at times; or it is for people out of work, and they
    have work, be it too little.
    """
    if leaf.id in case.profile.confirmed:
        return False
    rule = leaf.rule
    if "unemployed" in rule.get("work_status", ()) and case.flag("employed"):
        return not case.flag("laid_off")
    past = case.age is not None and case.age > rule.get("max_age", case.age)
    return past and bool(rule.get("sometimes"))


def is_text_only(leaf: Leaf) -> bool:
    """Say whether nothing a person tells decides it but their own yes or no."""
    return not any(key in KEYS for key in leaf.rule)


def _hard(case: Case, rule: Rule) -> Finding:
    findings = list(_findings(case, rule))
    return every(findings) if findings else NOTHING_SAID


def _findings(case: Case, rule: Rule) -> Iterator[Finding]:
    for key in rule:
        if key in MODIFIERS or _is_beside(key, rule):
            continue
        yield KEYS.get(key, unanswered)(case, rule)


def _is_beside(key: str, rule: Rule) -> bool:
    """Some keys only measure another one: years of a promise, the school of credits."""
    if key in {"years", "months"}:
        return "agree" in rule
    if key == "at":
        return "subject" not in rule and "course" not in rule
    return key == "language" and "kind" in rule


def _softened(rule: Rule, found: Finding) -> Finding:
    """Text that asks for more cannot be met by its keys; one asked only at times cannot fail."""
    if rule.get("partly") and found.status is Status.MET:
        return NOTHING_SAID
    if rule.get("sometimes") and found.status is Status.NOT_MET:
        return NOTHING_SAID
    return found


def _where_it_counts(case: Case, rule: Rule, found: Finding) -> Finding:
    """Fold in `if_fact` and `if_under_age`: where the condition is off, nothing is asked."""
    conditions = []
    if "if_fact" in rule:
        conditions.append(case.fact(rule["if_fact"]))
    if "if_under_age" in rule:
        conditions.append(_under(case, rule["if_under_age"]))
    if not conditions:
        return found
    return some((every(conditions).opposite, found))


def _under(case: Case, years: int) -> Finding:
    if case.age is None:
        return Finding(Status.UNKNOWN, "age")
    return Finding(Status.MET if case.age < years else Status.NOT_MET, "age")
