"""Answers a question could get, tried out: does any change how a program judges a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matching.judging import requirements_of
from matching.match import Judged
from matching.profile import LEVELS, Education, Profile
from matching.program import Program, leaves_of
from matching.rules.case import Case
from matching.verdict import verdict_of

BASICS = ("location", "interests", "age", "education")
MONEY = ("household_income_usd", "household_size")
RICH, MANY = 10_000_000, 20  # dollars, people: past every limit
AGE_KEYS = ("apply_at", "start_at", "max_age", "if_under_age")


def possible(case: Case, program: Program, field: str) -> Iterator[Profile]:
    """List profiles as they would be after each kind of answer."""
    profile = case.profile
    if field == "age":
        for age in _ages(program):
            yield replace(profile, age=age, next_birthday=None)
    elif field == "education":
        yield from _of_schooling(profile)
    elif field in MONEY:
        yield from _of_means(profile, field)
    elif field.startswith("facts."):
        for answer in (True, False):
            facts = {**profile.facts, field.removeprefix("facts."): answer}
            yield replace(profile, facts=facts)


def _of_schooling(profile: Profile) -> Iterator[Profile]:
    for level in LEVELS:
        for grade in (None, *range(7, 13)) if _is_school(level) else (None,):
            yield replace(profile, education=Education(level, grade))


def _of_means(profile: Profile, field: str) -> Iterator[Profile]:
    """Try the least and the most; an income is only weighed beside a household, so of one."""
    if field == "household_size":
        for size in (1, MANY):
            yield replace(profile, household_size=size)
        return
    for income in (0, RICH):
        size = profile.household_size or 1
        yield replace(profile, household_income_usd=income, household_size=size)


def _is_school(level: str) -> bool:
    return level in {"some_high_school", "in_high_school"}


def _ages(program: Program) -> list[int]:
    """List the ages at which the program draws a line: being that old settles what it asks."""
    lines = {18}
    for requirement in program.requirements:
        for leaf in leaves_of(requirement):
            lines.update(leaf.rule[key] for key in AGE_KEYS if key in leaf.rule)
            lines.update(leaf.rule.get("apply_at_by_state", {}).values())
    return sorted(lines)


def changes(case: Case, program: Program, before: Sequence[Judged], field: str) -> bool:
    """Say whether some answer changes the verdict or settles a requirement of the program."""
    was = (verdict_of(program, before), tuple(judged.status for judged in before))
    for profile in possible(case, program, field):
        after = requirements_of(Case(profile, case.where, case.today), program)
        if (verdict_of(program, after), tuple(judged.status for judged in after)) != was:
            return True
    return False
