"""Rules about proven work: hours, months and the field they were in."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, unanswered

# Fields of work as rules name them, by the beginning of the SOC 2018 codes that surely belong.
FIELDS: dict[str, tuple[str, ...]] = {
    "electrical": ("47-2111", "47-3013", "47-2231", "49-2095", "49-9051"),
    "hvacr": ("49-9021",),
    "construction": ("47-",),
    "manufacturing": ("51-",),
    "food service": ("35-",),
    "direct support": ("31-1120", "31-1121", "31-1122"),
    "federal fire service": ("33-2011",),
}


def hours_in(case: Case, field: str | None) -> int | None:
    """Add up the hours said; None when none count or the field has no known codes."""
    codes = FIELDS.get(field.casefold()) if field else ("",)
    if codes is None:
        return None
    said = [h for soc, h in case.profile.experience_hours.items() if soc.startswith(codes)]
    return sum(said) if said else None


def _hours(case: Case, rule: Rule) -> Finding:
    if rule["hours"] == 0:
        return Finding(Status.MET)
    worked = hours_in(case, rule.get("field"))
    if worked is None:
        return Finding(Status.UNKNOWN)
    enough = worked >= rule["hours"]
    return Finding(Status.MET if enough else Status.NOT_MET, "experience_hours")


def _field(case: Case, rule: Rule) -> Finding:
    """Beside hours the field says which hours; alone it asks for any work of that kind."""
    if "hours" in rule:
        return Finding(Status.MET)
    done = hours_in(case, rule["field"])
    return Finding(Status.MET, "experience_hours") if done else Finding(Status.UNKNOWN)


KEYS: dict[str, Check] = {"hours": _hours, "field": _field, "months": unanswered}
