"""Rules about a record. What kind of record it is nobody is asked, so a record decides nothing."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, unanswered

CLEARED_BY_NO_RECORD = frozenset({"background", "fingerprints"})


def _no_record(case: Case) -> Finding:
    if case.flag("justice_involved") is False:
        return Finding(Status.MET, "facts.justice_involved")
    return Finding(Status.UNKNOWN)


def _bars(case: Case, rule: Rule) -> Finding:
    return _no_record(case)


def _check(case: Case, rule: Rule) -> Finding:
    if CLEARED_BY_NO_RECORD.issuperset(rule["check"]):
        return _no_record(case)
    return unanswered(case, rule)


KEYS: dict[str, Check] = {"bars": _bars, "check": _check}
