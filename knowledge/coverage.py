"""What the knowledge base covers: by state, sector and kind, how much can be checked, how fresh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.content import Content
from matching.program import Leaf, Program, leaves_of
from matching.reasons import newest_year
from matching.rules import KEYS, never_a_status
from matching.rules.case import unanswered

FRESH_YEARS, OLD_YEARS = 2, 5
JOB_CENTER = "job_center"
NATIONWIDE, UNSTATED = "nationwide", "unstated"


@dataclass(frozen=True)
class Rules:
    """How much programs say of whom they take, in a form that can be checked."""

    programs: int
    stating: int  # programs with a requirement that some source states
    conditions: int
    checkable: int  # conditions that a profile can settle; the rest a person confirms


@dataclass(frozen=True)
class Coverage:
    """Counts of programs, offerings among them. A program counts for each of its states."""

    by_state: Mapping[str, int]  # two letters, or nationwide, or unstated
    by_sector: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_status: Mapping[str, int]
    by_age_of_facts: Mapping[str, int]  # newest source: fresh, older, old, undated
    rules: Rules
    rules_by_kind: Mapping[str, Rules]
    job_center_only: tuple[str, ...]  # states with nothing of their own but the job center
    poverty_year: int | None  # of the guidelines that rules by percent go by; None: no such rule
    untranslated: int  # texts without Spanish


def coverage_of(content: Content, today: date, untranslated: int = 0) -> Coverage:
    """Count what a knowledge base holds."""
    programs = list(content.programs.values())
    by_kind = _counted(one.kind for one in programs)
    return Coverage(
        by_state=_counted(state for one in programs for state in states_of(one)),
        by_sector=_counted(sector for one in programs for sector in one.sectors),
        by_kind=by_kind,
        by_status=_counted(one.status for one in programs),
        by_age_of_facts=_counted(_age_of_facts(one, today.year) for one in programs),
        rules=rules_of(programs),
        rules_by_kind={
            kind: rules_of([one for one in programs if one.kind == kind]) for kind in by_kind
        },
        job_center_only=_job_center_only(programs),
        poverty_year=poverty_year(programs),
        untranslated=untranslated,
    )


def rules_of(programs: Sequence[Program]) -> Rules:
    """Count what programs ask."""
    leaves = list(_leaves(programs))
    return Rules(
        programs=len(programs),
        stating=sum(bool(one.requirements) for one in programs),
        conditions=len(leaves),
        checkable=sum(map(is_checkable, leaves)),
    )


def _leaves(programs: Iterable[Program]) -> Iterator[Leaf]:
    return (leaf for one in programs for entry in one.requirements for leaf in leaves_of(entry))


def _job_center_only(programs: Sequence[Program]) -> tuple[str, ...]:
    everything = {state for one in programs for state in states_of(one)}
    more = {state for one in programs if one.kind != JOB_CENTER for state in states_of(one)}
    return tuple(sorted(everything - more))


def poverty_year(programs: Iterable[Program]) -> int | None:
    """Return the year of the guidelines that rules by percent go by; None: no such rule."""
    lines = (leaf.rule.get("poverty_line") for leaf in _leaves(programs))
    return next((int(line["year"]) for line in lines if line), None)


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
