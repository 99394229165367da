"""What the knowledge base covers: by state, sector and kind, how much can be checked, how fresh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.content import Content
from matching.program import Leaf, Program, leaves_of
from matching.reasons import newest_year
from matching.rules import KEYS, never_a_status
from matching.rules.case import unanswered

FRESH_YEARS, OLD_YEARS = 2, 5
NATIONWIDE, UNSTATED = "nationwide", "unstated"


@dataclass(frozen=True)
class Coverage:
    """Counts of programs, offerings among them. A program counts for each of its states."""

    by_state: Mapping[str, int]  # two letters, or nationwide, or unstated
    by_sector: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_status: Mapping[str, int]
    by_age_of_facts: Mapping[str, int]  # newest source: fresh, older, old, undated
    without_rules: int  # programs of which no source states a requirement
    conditions: int
    checkable: int  # conditions that a profile can settle; the rest a person confirms
    untranslated: int  # texts without Spanish


def coverage_of(content: Content, today: date, untranslated: int = 0) -> Coverage:
    """Count what a knowledge base holds."""
    programs = content.programs.values()
    leaves = [leaf for one in programs for entry in one.requirements for leaf in leaves_of(entry)]
    return Coverage(
        by_state=_counted(state for one in programs for state in states_of(one)),
        by_sector=_counted(sector for one in programs for sector in one.sectors),
        by_kind=_counted(one.kind for one in programs),
        by_status=_counted(one.status for one in programs),
        by_age_of_facts=_counted(_age_of_facts(one, today.year) for one in programs),
        without_rules=sum(not one.requirements for one in programs),
        conditions=len(leaves),
        checkable=sum(map(is_checkable, leaves)),
        untranslated=untranslated,
    )


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(names).items()))


def states_of(program: Program) -> frozenset[str]:
    """Name the states a program is in: those it serves, else those of its doors."""
    area = program.serves
    if area is not None and area.nationwide:
        return frozenset({NATIONWIDE})
    served = () if area is None else (*area.states, *map(_state, (*area.counties, *area.cities)))
    found = frozenset(served) or frozenset(site.state for site in program.sites)
    return found or frozenset({UNSTATED})


def _state(listed: str) -> str:
    return listed.rpartition(", ")[2]


def _age_of_facts(program: Program, year: int) -> str:
    newest = newest_year(program)
    if newest is None:
        return "undated"
    age = year - newest
    return "fresh" if age <= FRESH_YEARS else "older" if age <= OLD_YEARS else "old"


def is_checkable(leaf: Leaf) -> bool:
    """Say whether something a person tells can settle a condition."""
    if never_a_status(leaf):
        return False
    if leaf.rule.get("open_to_all") or leaf.rule.get("record_ok"):
        return True
    return any(KEYS.get(key, unanswered) is not unanswered for key in leaf.rule)
