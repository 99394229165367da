"""Rules about income. Poverty lines move every year, so only limits in dollars are compared."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Check, Rule, at_most, unanswered


def _max_usd(case: Case, rule: Rule) -> Finding:
    """Compare with a limit; for another household size only the sure direction counts."""
    found = at_most(case.profile.household_income_usd, rule["max_usd"], "household_income_usd")
    stated = rule.get("household_size")
    if stated is None or found.status is Status.UNKNOWN:
        return found
    return (
        found
        if _limit_applies(case.profile.household_size, stated, found)
        else Finding(Status.UNKNOWN, None)
    )


def _limit_applies(own: int | None, stated: int, found: Finding) -> bool:
    """Limits rise with the household: under a smaller one's limit is under one's own."""
    if own is None:
        return False
    return own >= stated if found.status is Status.MET else own <= stated


KEYS: dict[str, Check] = {
    "max_usd": _max_usd,
    "max_percent_fpl": unanswered,
    "max_percent_smi": unanswered,
    "max_sai": unanswered,
}
