"""From a program to people: who of a list can go there now, and who is one step short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from matching.judging import judge
from matching.match import OPEN, Match
from matching.profile import Profile
from matching.program import Program
from matching.where import Whereabouts

Person = tuple[Profile, Whereabouts]


@dataclass(frozen=True)
class Reached:
    """One person and how they stand to the program. `newly`: they did not stand so before."""

    person_id: str
    match: Match
    newly: bool

    @property
    def is_open(self) -> bool:
        return self.match.verdict in OPEN


def reached(
    program: Program,
    people: Mapping[str, Person],
    today: date,
    before: Mapping[str, str] | None = None,
) -> list[Reached]:
    """List who can go there or is one step short: open first, best score first, ties by id.

    `before` has the verdict each person had once, by id; whoever it lacks counts as new.
    """
    found = [
        Reached(name, match, _is_new(match, (before or {}).get(name)))
        for name, match in _judged(program, people, today)
        if match.verdict in (*OPEN, "one_step_away")
    ]
    return sorted(found, key=lambda one: (not one.is_open, -one.match.score, one.person_id))


def verdicts(program: Program, people: Mapping[str, Person], today: date) -> dict[str, str]:
    """Note how everyone stands, to compare with another day or another release."""
    return {name: match.verdict for name, match in _judged(program, people, today)}


def _judged(
    program: Program, people: Mapping[str, Person], today: date
) -> Iterable[tuple[str, Match]]:
    for name, (profile, where) in people.items():
        yield name, judge(profile, program, where, today)


def _is_new(match: Match, once: str | None) -> bool:
    """Say whether a door opened, or came within a step, that was not so before."""
    if match.verdict in OPEN:
        return once not in OPEN
    return once not in (*OPEN, "one_step_away")
