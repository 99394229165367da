"""What the oracle lays out of programs before any person comes, from what the records say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.fit import is_always_there
from matching.program import Group, Program, Requirement
from matching.weights import WEIGHTS, from_on, up_to

Flags = NDArray[np.bool_]
NO_WORDS = {"en": ""}


def shape_of(requirement: Requirement) -> Requirement:
    """Return what a requirement asks, without its own name, words and source."""
    bare = replace(requirement, id="", text=NO_WORDS, source=0)
    if isinstance(bare, Group):
        return replace(bare, children=tuple(map(shape_of, bare.children)))
    return bare


def flags(values: Iterable[object]) -> Flags:
    return np.fromiter(map(bool, values), np.bool_)


class Listed:
    """Which programs hold a value, of several each."""

    def __init__(self, values: Iterable[Iterable[Any]]) -> None:
        pairs = [(value, at) for at, each in enumerate(values) for value in set(each)]
        self._whose: dict[Any, list[int]] = {}
        for value, at in pairs:
            self._whose.setdefault(value, []).append(at)

    def among(self, count: int, values: Iterable[Any]) -> Flags:
        found = np.zeros(count, np.bool_)
        for value in values:
            found[self._whose.get(value, [])] = True
        return found


def takes_a_record(rule: Any) -> bool:
    wants = rule.get("fact") == "justice_involved" and rule.get("is") is not False
    return bool(rule.get("record_ok")) or wants


def newest_of(program: Program) -> int:
    """The year of the newest date of a program that runs; long ago where there is none."""
    own = [one for one in program.sources if one.kind != "law"]
    days = [day for one in own for day in (one.as_of, one.verified_on) if day]
    return max(int(day[:4]) for day in days) if days and program.status == "active" else -10_000


def _soon(program: Program) -> int:
    paid = program.pay_while_training is not None
    if paid or is_always_there(program) or program.length is None:
        return 0
    return WEIGHTS.of("soon.pay", up_to(WEIGHTS.weeks_to_pay, program.length.weeks))


def _free(program: Program) -> int:
    free = program.cost is not None and program.cost.usd == 0
    return WEIGHTS.of("free.training") if free else 0


def _good(program: Program) -> int:
    return WEIGHTS.of("good.pay", from_on(WEIGHTS.pay_usd, program.typical_pay_usd))


def _paid(program: Program) -> int:
    return WEIGHTS.of("paid.training") if program.pay_while_training is not None else 0


# What is the same for everyone, in billionths.
GIVEN: dict[str, Callable[[Program], int]] = {
    "paid": _paid,
    "soon": _soon,
    "free": _free,
    "good": _good,
}


def stepped(steps: Iterable[tuple[int, int]], values: NDArray[Any]) -> NDArray[np.int64]:
    """Percent for values that should be small: that of the first limit each does not pass."""
    percent = np.zeros(len(values), np.int64)
    for limit, given in reversed(list(steps)):
        percent[values <= limit] = given
    return percent
