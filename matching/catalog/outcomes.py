"""How a person stands to every different requirement of a release, each judged once.

Programs of one kind ask the same few things in the same words of the rules: 17 or older, a diploma,
a license. So requirements that differ only in their names and texts are judged together, and what
came of them is kept for the next person who gives the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.catalog.reads import answer, reads_of
from matching.judging import judge_requirement
from matching.program import Group, Requirement
from matching.rules.case import Case
from matching.shares import is_doubted, is_for_some, is_unlikely, names_inside, names_outside
from matching.verdict import is_one_gain

Bits = NDArray[np.uint16]

FAILED = 1  # not met, and it closes the program
ONE_STEP = 2  # failed, and one gain is enough
UNMET = 4  # not met or not known: the verdict is not "eligible"
LEVEL = 8  # met by schooling
DOUBT = 16  # only insiders meet it, and nobody said that the person is one
INSIDE = 32  # the employer or the union the person named
MISSED = 64  # not met, whether or not that closes the program
GAINED = 128  # missed, and one gain is enough
OUTSIDE = 256  # an employer or a union, while the person named another
UNLIKELY = 1024  # left open, and the person most likely does not meet it
SOME = 512  # made for a group of people, and nobody said that the person is one

KEPT = 512  # sets of answers to one group of requirements; a few hundred bytes each


def signature(requirement: Requirement) -> Any:
    """Name what a requirement asks, whatever it is called: equal ones are judged alike."""
    track = requirement.track is not None
    if isinstance(requirement, Group):
        return requirement.mode, track, tuple(map(signature, requirement.children))
    return requirement.about, track, _frozen(requirement.rule)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(sorted((name, _frozen(inner)) for name, inner in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(map(_frozen, value))
    return repr(value)


def outcome(case: Case, requirement: Requirement) -> int:
    """Judge one requirement and note what its program needs to know of it, as bits."""
    judged = judge_requirement(case, requirement)
    bits = 0
    if judged.status == "not_met":
        one_gain = is_one_gain(judged)
        bits |= MISSED | (GAINED if one_gain else 0)
        if judged.closes:
            bits |= FAILED | (ONE_STEP if one_gain else 0)
    if judged.status != "met":
        bits |= UNMET
    elif judged.because == "education":
        bits |= LEVEL
    if is_doubted(judged, case):
        bits |= DOUBT
    if is_for_some(judged):
        bits |= SOME
    if is_unlikely(judged, case):
        bits |= UNLIKELY
    return bits | _house(case, requirement)


def _house(case: Case, requirement: Requirement) -> int:
    """Note whether it asks for the employer or union the person named, or for another."""
    inside = INSIDE if names_inside(requirement, case) else 0
    return inside | (OUTSIDE if names_outside(requirement, case) else 0)


@dataclass
class _Group:
    """Requirements that look at the same answers, and what came of them for answers given."""

    reads: tuple[str, ...]
    members: list[Requirement] = field(default_factory=list)
    at: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    kept: dict[tuple[Any, ...], Bits] = field(default_factory=dict)  # the oldest first


class Outcomes:
    """Every different requirement of some programs, numbered from 0. Safe to share by threads."""

    def __init__(self, requirements: Iterable[Requirement]) -> None:
        self._numbers: dict[Any, int] = {}
        groups: dict[tuple[str, ...], _Group] = {}
        at: dict[tuple[str, ...], list[int]] = {}
        for requirement in requirements:
            name = signature(requirement)
            if name not in self._numbers:
                number = self._numbers[name] = len(self._numbers)
                reads = reads_of(requirement)
                groups.setdefault(reads, _Group(reads)).members.append(requirement)
                at.setdefault(reads, []).append(number)
        for reads, group in groups.items():
            group.at = np.array(at[reads], np.intp)
        self._groups: Sequence[_Group] = tuple(groups.values())
        self._read = sorted({name for reads in groups for name in reads})
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, requirement: Requirement) -> int:
        """Return the number of the requirement, or of one that asks the same."""
        return self._numbers[signature(requirement)]

    def of(self, case: Case) -> Bits:
        """Judge all of them for a person; the same answers are judged once."""
        bits = np.zeros(len(self._numbers), np.uint16)
        answers = {name: answer(case, name) for name in self._read}
        for group in self._groups:
            key = tuple([answers[name] for name in group.reads])
            known = group.kept.get(key)
            bits[group.at] = self._learned(case, group, key) if known is None else known
        return bits

    def _learned(self, case: Case, group: _Group, key: tuple[Any, ...]) -> Bits:
        made = np.array([outcome(case, one) for one in group.members], np.uint16)
        with self._lock:
            group.kept[key] = made
            if len(group.kept) > KEPT:
                del group.kept[next(iter(group.kept))]
        return made
