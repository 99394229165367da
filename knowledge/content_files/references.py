"""Checks how records point at each other: parts, successors, what leads to what, occupations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from knowledge.content_files.nearest import closest
from knowledge.content_files.yaml_text import Path
from matching.program import Ladder, Program

SOC = re.compile(r"\d\d-\d{4}")


@dataclass(frozen=True)
class Dangling:
    """A mention of something that is not there."""

    owner: str  # the id of the record that mentions it; a ladder's with `ladder ` before
    path: Path
    message: str
    severity: str = "error"


@dataclass(frozen=True)
class Known:
    """Everything that can be pointed at."""

    programs: Mapping[str, Program]
    ladders: Mapping[str, Ladder]
    occupations: Collection[str]
    broken: Collection[str] = ()  # records that are there but could not be read


def ids_in(written: object) -> set[str]:
    """Collect the ids a file gives its records, whatever else is wrong with it."""
    if not isinstance(written, Mapping):
        return set()
    offerings = written.get("offerings")
    parts = offerings if isinstance(offerings, list) else []
    found = (part.get("id") for part in (written, *parts) if isinstance(part, Mapping))
    return {name for name in found if isinstance(name, str)}


def dangling(known: Known) -> Iterator[Dangling]:
    """Find every mention of a record that does not exist. A job without a name is a warning."""
    programs, ladders = {*known.programs, *known.broken}, {*known.ladders, *known.broken}
    for program in known.programs.values():
        yield from _whole(program, known)
        yield from _listed(program, "successor_ids", programs)
        yield from _listed(program, "ladder_ids", ladders)
        yield from _jobs(program, "occupations", known)
        yield from _jobs(program, "leads_to", known)
    for ladder in known.ladders.values():
        for number, rung in enumerate(ladder.rungs):
            if rung.soc not in known.occupations:
                yield _nameless(f"ladder {ladder.id}", ("rungs", number, "soc"), rung.soc)


def _whole(program: Program, known: Known) -> Iterator[Dangling]:
    """Follow `part_of` upwards; it must end at a record that is part of nothing."""
    seen, at = {program.id}, program.part_of
    while at is not None and at in known.programs and at not in seen:
        seen.add(at)
        at = known.programs[at].part_of
    if at in seen:
        message = f"goes round in a circle through “{at}”: name a larger program"
        yield Dangling(program.id, ("part_of",), message)
    elif at is not None and at == program.part_of and at not in known.broken:
        yield Dangling(program.id, ("part_of",), _unknown(at, known.programs))


def _listed(program: Program, name: str, records: Collection[str]) -> Iterator[Dangling]:
    for number, target in enumerate(getattr(program, name)):
        if target not in records:
            yield Dangling(program.id, (name, number), _unknown(target, records))


def _jobs(program: Program, name: str, known: Known) -> Iterator[Dangling]:
    for number, target in enumerate(getattr(program, name)):
        if not SOC.fullmatch(target):
            if target not in known.programs and target not in known.broken:
                yield Dangling(program.id, (name, number), _unknown(target, known.programs))
        elif target not in known.occupations:
            yield _nameless(program.id, (name, number), target)


def _unknown(name: str, known: Collection[str]) -> str:
    near = closest(name, known)
    advice = f"did you mean `{near}`?" if near else "write the id of a record that is here"
    return f"“{name}” is not here: {advice}"


def _nameless(owner: str, path: Path, soc: str) -> Dangling:
    message = f"“{soc}” is not in occupations.yml: it has no name or wage to show"
    return Dangling(owner, path, message, "warning")
