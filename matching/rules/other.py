"""Rules that fit under no one head: the body, getting there, time, language, help received."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, unanswered
from matching.rules.education import holds


def _transport(case: Case, rule: Rule) -> Finding:
    own = case.fact("own_transport")
    return own if own.status is Status.MET else Finding(Status.UNKNOWN, "facts.own_transport")


def _language(case: Case, rule: Rule) -> Finding:
    """Beside a test it says what the test is in; someone still learning may know enough."""
    if rule["language"] == "en" and case.flag("english_learner") is False:
        return Finding(Status.MET, "facts.english_learner")
    return Finding(Status.UNKNOWN)


# Help that only people with low income get.
BY_NEED = frozenset(
    {"snap", "tanf", "ssi", "free_lunch", "public_assistance", "public_housing"}
    | {"rental_assistance"}
)


def _receives(case: Case, rule: Rule) -> Finding:
    """Which help people get they are not asked; of help by need, those not in need get none."""
    if BY_NEED.issuperset(rule["receives"]) and case.flag("low_income") is False:
        return Finding(Status.NOT_MET, "facts.low_income")
    return Finding(Status.UNKNOWN)


def _agree(case: Case, rule: Rule) -> Finding:
    """A thing to accept; who studies for the GED, or has it, has accepted that one."""
    if rule["agree"] == "ged" and holds(case, "ged_in_progress"):
        return Finding(Status.MET, "education")
    return Finding(Status.UNKNOWN)


KEYS: dict[str, Check] = {
    "agree": _agree,
    "exam": unanswered,
    "lift_pounds": unanswered,
    "abilities": unanswered,
    "transport": _transport,
    "travel": unanswered,
    "availability": unanswered,
    "hours_per_week": unanswered,
    "receives": _receives,
    "selective_service": unanswered,
    "drug_free": unanswered,
    "equipment": unanswered,
    "language": _language,
    "clean_record": unanswered,
}
