"""What the knowledge base covers, written for an operator to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from knowledge.coverage import Coverage, Rules

WIDTH = 100
AGES = {
    "fresh": "2 years at most",
    "older": "up to 5 years",
    "old": "more than 5 years",
    "undated": "no date",
}
HEADS = ("programs", "with rules", "conditions", "can be checked")


def coverage_lines(found: Coverage) -> list[str]:
    """Write what is covered: how much by kind, then where, what work and how old."""
    return [
        "",
        *_rules_by_kind(found),
        "",
        _listed("By sector", found.by_sector),
        _listed("By state", found.by_state),
        *_job_centers(found),
        _listed("By status", found.by_status),
        _freshness(found.by_age_of_facts),
        *_poverty(found),
        f"Texts without Spanish: {found.untranslated}",
    ]


def _rules_by_kind(found: Coverage) -> Iterator[str]:
    """Write a table, the kind with most programs first."""
    kinds = sorted(found.rules_by_kind.items(), key=lambda pair: (-pair[1].programs, pair[0]))
    width = max(map(len, (*found.rules_by_kind, "all")))
    yield _row("By kind", HEADS, width)
    for kind, rules in (*kinds, ("all", found.rules)):
        yield _row(kind, _counts(rules), width)


def _row(name: str, cells: tuple[str, ...], width: int) -> str:
    columns = zip(cells, HEADS, strict=True)
    return f"{name:<{width}}  " + "  ".join(f"{cell:>{len(head)}}" for cell, head in columns)


def _counts(rules: Rules) -> tuple[str, ...]:
    share = _percent(rules.checkable, rules.conditions)
    return str(rules.programs), str(rules.stating), str(rules.conditions), share


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "-"


def _listed(name: str, counts: Mapping[str, int]) -> str:
    """Write counts, the largest first, in lines that fit a terminal."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    listed = ", ".join(f"{key}\xa0{count}" for key, count in ordered)
    return fill(f"{name}: {listed}", WIDTH, subsequent_indent="  ").replace("\xa0", " ")


def _job_centers(found: Coverage) -> Iterator[str]:
    if found.job_center_only:
        states = ", ".join(found.job_center_only)
        yield fill(f"Only their job center so far: {states}", WIDTH, subsequent_indent="  ")


def _freshness(ages: Mapping[str, int]) -> str:
    whole = sum(ages.values())
    told = (
        f"{name} {ages[name]} ({meant}, {_percent(ages[name], whole)})"
        for name, meant in AGES.items()
        if name in ages
    )
    return fill(f"Newest source of a program: {', '.join(told)}", WIDTH, subsequent_indent="  ")


def _poverty(found: Coverage) -> Iterator[str]:
    if found.poverty_year is not None:
        yield f"Rules by the poverty line go by the guidelines of {found.poverty_year}"
