"""Rules about income: limits in dollars, or as a percent of the poverty line the rule carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matching.requirements import Finding, Status, status_of
from matching.rules.case import Case, Check, Rule, at_most, unanswered

MAINLAND = "contiguous"  # the 48 states and the District of Columbia
LINES_OF_THEIR_OWN = ("AK", "HI")
NO_LINE = frozenset({"PR", "GU", "VI", "AS", "MP"})  # HHS sets none for them
INCOME, SIZE = "household_income_usd", "household_size"


def _max_usd(case: Case, rule: Rule) -> Finding:
    """Compare with a limit; for another household size only the sure direction counts."""
    found = at_most(case.profile.household_income_usd, rule["max_usd"], INCOME)
    stated = rule.get("household_size")
    if stated is None or found.status is Status.UNKNOWN:
        return found
    return (
        found
        if _limit_applies(case.profile.household_size, stated, found)
        else Finding(Status.UNKNOWN, SIZE if case.profile.household_size is None else None)
    )


def _limit_applies(own: int | None, stated: int, found: Finding) -> bool:
    """Limits rise with the household: under a smaller one's limit is under one's own."""
    if own is None:
        return False
    return own >= stated if found.status is Status.MET else own <= stated


def _max_percent_fpl(case: Case, rule: Rule) -> Finding:
    """Compare with a percent of the poverty line; both income and household size must be said."""
    if "poverty_line" not in rule:
        return unanswered(case, rule)
    income, size = case.profile.household_income_usd, case.profile.household_size
    if income is None or size is None:
        return Finding(Status.UNKNOWN, INCOME if income is None else SIZE)
    limits = {limit_usd(rule, region, size) for region in regions_of(case.place.state)}
    verdicts = {income <= limit for limit in limits}
    if len(verdicts) == 1:
        return Finding(status_of(verdicts.pop()), INCOME)
    return Finding(Status.UNKNOWN, "location" if limits else None)


def regions_of(state: str | None) -> Sequence[str]:
    """Name whose poverty line counts: all of them while the state is unknown, or none."""
    if state is None:
        return (MAINLAND, *LINES_OF_THEIR_OWN)
    if state in NO_LINE:
        return ()
    return (state,) if state in LINES_OF_THEIR_OWN else (MAINLAND,)


def limit_usd(rule: Rule, region: str, size: int) -> int:
    """Work out the most a household of a size may have, whole dollars a year, rounded down."""
    line: Mapping[str, Any] = rule["poverty_line"][region]
    poverty = int(line["first_usd"] + (size - 1) * line["each_more_usd"])
    return int(poverty * rule["max_percent_fpl"] // 100)


KEYS: dict[str, Check] = {
    "max_usd": _max_usd,
    "max_percent_fpl": _max_percent_fpl,
    "max_percent_smi": unanswered,
    "max_sai": unanswered,
}
