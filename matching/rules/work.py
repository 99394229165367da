"""Rules about the job and the union one has: employment, membership, time worked."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, unanswered
from matching.rules.names import same_name


def _employer(case: Case, rule: Rule) -> Finding:
    """Only a named match is met; someone out of work, and not laid off, works for no one."""
    if case.flag("employed") is False and not case.flag("laid_off"):
        return Finding(Status.NOT_MET, "facts.employed")
    return _named(case, "employer", rule["employer"])


def _union(case: Case, rule: Rule) -> Finding:
    """Only a named match is met; someone in no union is in none of these."""
    if case.flag("union_member") is False:
        return Finding(Status.NOT_MET, "facts.union_member")
    return _named(case, "union", rule["union"])


def _named(case: Case, field: str, listed: str) -> Finding:
    said = case.named(field)
    if said is not None and same_name(said, listed):
        return Finding(Status.MET, f"facts.{field}")
    return Finding(Status.UNKNOWN)


def _work_status(case: Case, rule: Rule) -> Finding:
    """Having a job says nothing of part time or of too little work, so it stays unknown."""
    employed = case.flag("employed")
    counts = "unemployed" in rule["work_status"]
    if counts and case.flag("laid_off"):
        return Finding(Status.MET, "facts.laid_off")
    if employed is False:
        return Finding(Status.MET if counts else Status.NOT_MET, "facts.employed")
    return Finding(Status.UNKNOWN, "facts.employed" if employed is None else None)


def _needs_a_job(case: Case, rule: Rule) -> Finding:
    if case.flag("employed") is False and not case.flag("laid_off"):
        return Finding(Status.NOT_MET, "facts.employed")
    return Finding(Status.UNKNOWN)


def _limit_on_a_job(case: Case, rule: Rule) -> Finding:
    if case.flag("employed") is False:
        return Finding(Status.MET, "facts.employed")
    return Finding(Status.UNKNOWN)


KEYS: dict[str, Check] = {
    "work_status": _work_status,
    "employer": _employer,
    "employer_sponsor": unanswered,
    "min_hours_per_week": _needs_a_job,
    "max_hours_per_week": _limit_on_a_job,
    "max_usd_per_hour": _limit_on_a_job,
    "past_probation": _needs_a_job,
    "union": _union,
}
