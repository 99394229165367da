"""Which of several programs one name may mean fits a person best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.turn import Turn
from matching.match import Judged, Match
from matching.program import Program, leaves_of

VERDICTS = ("eligible", "likely", "one_step_away", "not_now", "closed")  # best first


def fitting_first(turn: Turn, programs: Sequence[Program]) -> list[Program]:
    """Order programs by how open they are, by how much they speak to what the person told."""
    by_id = {program.id: program for program in programs}
    matches = turn.advice.judged(turn.profile, list(by_id))
    facts = turn.profile.facts
    ordered = sorted(matches, key=lambda match: _standing(match, facts))
    return [by_id[match.program_id] for match in ordered]


def _standing(match: Match, facts: Mapping[str, bool | str]) -> tuple[int, int, int, int]:
    closing = [judged for judged in match.requirements if judged.closes]
    met = sum(leaf.status == "met" for judged in closing for leaf in judged.leaves())
    speaks = len(_spoken_to(closing, facts))
    return VERDICTS.index(match.verdict), -speaks, -met, len(closing)


def _spoken_to(judged: Sequence[Judged], facts: Mapping[str, bool | str]) -> set[str]:
    """Name the facts true of the person that some condition asks for."""
    leaves = (leaf for one in judged for leaf in leaves_of(one.requirement))
    asked = (
        name
        for leaf in leaves
        if leaf.rule.get("is") is not False
        for name in (leaf.rule.get("fact"), *leaf.rule.get("any_fact", ()))
    )
    return {name for name in asked if name and facts.get(name) is True}
