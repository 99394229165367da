"""What a program's own rules say of people with a record."""

from __future__ import annotations

from collections.abc import Iterator

from matching.program import Leaf, Program, leaves_of
from matching.rules.case import Rule

OF_RECORDS = frozenset({"bars", "check"})  # keys of rules that a record may fail


def wants_record(rule: Rule) -> bool:
    """Say whether a rule asks for a record."""
    return rule.get("fact") == "justice_involved" and rule.get("is") is not False


def welcomes_record(program: Program) -> bool:
    """Say whether a source says that a record is no bar, or that people with one are meant."""
    return any(leaf.rule.get("record_ok") or wants_record(leaf.rule) for leaf in _leaves(program))


def asks_of_records(program: Program) -> Leaf | None:
    """Return the first rule that a record may fail; None: no rule speaks of records."""
    return next((leaf for leaf in _leaves(program) if _is_of_records(leaf)), None)


def _is_of_records(leaf: Leaf) -> bool:
    about = leaf.about == "justice" or leaf.rule.get("fact") == "justice_involved"
    return about or not OF_RECORDS.isdisjoint(leaf.rule)


def _leaves(program: Program) -> Iterator[Leaf]:
    return (leaf for entry in program.requirements for leaf in leaves_of(entry))
