"""What is known of every program before any person comes, as arrays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.catalog.outcomes import Outcomes
from matching.fit import is_always_there
from matching.implied import asked, entry_leaf
from matching.profile import SECTORS
from matching.program import Program
from matching.reasons import NEEDS, newest_year, weeks_before_pay
from matching.records import welcomes_record
from matching.shares import helps_few, is_for_pupils
from matching.verdict import has_tracks_only, track_name
from matching.weights import ALL, WEIGHTS, for_a_wish, from_on, up_to

Numbers = NDArray[np.intp]
NO_YEAR = -1
BIT_OF_SECTOR = {sector: 1 << at for at, sector in enumerate(SECTORS)}
BIT_OF_NEED = {need: 1 << at for at, need in enumerate(NEEDS)}
MOST_REQUIREMENTS = 24  # of one program; those that ask more are judged one by one


class Traits:
    """Programs in the order of their ids, side by side."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self.outcomes = Outcomes(one for program in programs for one in asked(program))
        self.sectors = _ints(np.uint16, (_mask(one.sectors, BIT_OF_SECTOR) for one in programs))
        self.sector_count = _ints(np.int32, (max(1, len(one.sectors)) for one in programs))
        self.needs_met = _ints(np.uint8, (_mask(one.supports, BIT_OF_NEED) for one in programs))
        self.always_there = _flags(map(is_always_there, programs))
        self.closed = _flags(one.status == "closed" for one in programs)
        self._whom(programs)
        self.shares = _ints(np.int16, map(_share, programs))
        self.unstated = _flags(entry_leaf(one) is not None for one in programs)
        self.for_record = np.flatnonzero(_flags(map(welcomes_record, programs)))
        self.money = _ints(np.int32, map(_money, programs))
        self._fresh: tuple[int, NDArray[np.int32]] = (NO_YEAR, np.empty(0, np.int32))
        self.newest = _ints(np.int32, map(_newest, programs))
        self.by_job = _by_job(programs)
        self.requirements, odd = self._numbered(programs)
        self.odd: Numbers = np.flatnonzero(odd)
        self.tracks = {
            at: self._by_track(program)
            for at, program in enumerate(programs)
            if has_tracks_only(program)
        }
        self.of_tracks = np.zeros(len(programs), np.bool_)
        self.of_tracks[list(self.tracks)] = True

    def _whom(self, programs: Sequence[Program]) -> None:
        """Note whom each program is for, and what meeting a wish is worth."""
        self.for_pupils = _flags(map(is_for_pupils, programs))
        self.helps_few = _flags(map(helps_few, programs))
        self.reentry = _flags(one.kind == "reentry_program" for one in programs)
        self.states_jobs = _flags(bool(one.occupations) for one in programs)
        self.if_liked = _ints(np.int32, (_if_liked(one, several=False) for one in programs))
        self.if_one_of_several = _ints(np.int32, (_if_liked(one, several=True) for one in programs))

    def _numbered(self, programs: Sequence[Program]) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """Lay out the numbers of each program's requirements; the last number stands for none."""
        counts = [len(asked(program)) for program in programs]
        width = min(MOST_REQUIREMENTS, max(counts, default=0))
        table = np.full((len(programs), width), len(self.outcomes), np.int32)
        for at, program in enumerate(programs):
            for column, requirement in enumerate(asked(program)[:width]):
                table[at, column] = self.outcomes.number(requirement)
        return table, _flags(count > width for count in counts)

    def _by_track(self, program: Program) -> tuple[Numbers, ...]:
        """Collect the numbers of the requirements of each track."""
        found: dict[str, list[int]] = defaultdict(list)
        for requirement in program.requirements:
            found[track_name(requirement)].append(self.outcomes.number(requirement))
        return tuple(np.array(numbers, np.intp) for numbers in found.values())

    def fresh(self, year: int) -> NDArray[np.int32]:
        """Give the billionths for facts that are not old, in a year; the last year is kept."""
        known = self._fresh
        if known[0] != year:
            known = self._fresh = (year, self._fresh_in(year))
        return known[1]

    def _fresh_in(self, year: int) -> NDArray[np.int32]:
        points = np.zeros(len(self.newest), np.int32)
        age = np.maximum(0, year - self.newest)
        for limit, percent in reversed(WEIGHTS.fresh_years):
            points[age <= limit] = WEIGHTS.of("fresh.facts", percent)
        points[self.newest == NO_YEAR] = 0
        return points


def _newest(program: Program) -> int:
    year = newest_year(program) if program.status == "active" else None
    return NO_YEAR if year is None else year


def _money(program: Program) -> int:
    """Billionths for pay, soon or good, and for costing nothing: the same for everyone."""
    if program.pay_while_training is not None:
        points = WEIGHTS.of("paid.training")
    else:
        points = WEIGHTS.of("soon.pay", up_to(WEIGHTS.weeks_to_pay, weeks_before_pay(program)))
    if program.cost is not None and program.cost.usd == 0:
        points += WEIGHTS.of("free.training")
    return points + WEIGHTS.of("good.pay", from_on(WEIGHTS.pay_usd, program.typical_pay_usd))


def _if_liked(program: Program, *, several: bool) -> int:
    """Billionths for the wishes it meets, or for one of several."""
    return for_a_wish(WEIGHTS, len(program.sectors), one_of_several=several)


def _share(program: Program) -> int:
    """Percent of its points that a program may keep for anyone, as far as its kind tells."""
    held = ["closed"] if program.status == "closed" else []
    if is_always_there(program):
        held.append("support" if program.kind == "support" else "always_there")
    return min((WEIGHTS.shares[why] for why in held), default=ALL)


def _by_job(programs: Sequence[Program]) -> Mapping[str, Numbers]:
    found: dict[str, set[int]] = defaultdict(set)
    for at, program in enumerate(programs):
        for soc in (*program.occupations, *program.leads_to):
            found[soc].add(at)
    return {soc: np.array(sorted(whose), np.intp) for soc, whose in found.items()}


def _mask(names: Sequence[str], bits: Mapping[str, int]) -> int:
    return sum({bits[name] for name in names if name in bits})


Kind = TypeVar("Kind", np.uint8, np.uint16, np.int16, np.int32)


def _ints(kind: type[Kind], values: Iterable[int]) -> NDArray[Kind]:
    return np.array(list(values), kind)


def _flags(values: Iterable[bool]) -> NDArray[np.bool_]:
    return np.array(list(values), np.bool_)
