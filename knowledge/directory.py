"""What a release holds, counted by sector, kind and state: the shelves of a public listing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matching.fit import is_example
from matching.program import Ladder, Program
from matching.where import split_listed


@dataclass(frozen=True)
class Directory:
    """Programs by shelf, each list in the order of ids; a program can stand on several."""

    listed: tuple[Program, ...]  # all but records that only show what an offering looks like
    by_sector: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_state: Mapping[str, int]  # with a door there, or taking people from there by name
    ladders: tuple[Ladder, ...]


def directory_of(programs: Iterable[Program], ladders: Iterable[Ladder]) -> Directory:
    """Count what there is to list."""
    listed = tuple(
        sorted((one for one in programs if not is_example(one.id)), key=lambda one: one.id)
    )
    return Directory(
        listed=listed,
        by_sector=_counted(program.sectors for program in listed),
        by_kind=_counted((program.kind,) for program in listed),
        by_state=_counted(states_of(program) for program in listed),
        ladders=tuple(sorted(ladders, key=lambda one: one.id)),
    )


def states_of(program: Program) -> frozenset[str]:
    """Name the states of its doors and of whom it takes; nationwide names none."""
    area = program.serves
    named = (*area.counties, *area.cities) if area else ()
    return frozenset(
        (
            *(site.state for site in program.sites),
            *(area.states if area else ()),
            *(split_listed(entry)[1] for entry in named),
        )
    )


def _counted(shelves: Iterable[Iterable[str]]) -> Mapping[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for names in shelves:
        for name in names:
            counts[name] += 1
    return dict(sorted(counts.items()))
