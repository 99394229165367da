"""One published state of the knowledge base, immutable, and the questions others ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from knowledge.content import Content, Occupation, WageTable
from knowledge.directory import Directory, directory_of
from knowledge.names import JobIndex, NameIndex, spoken_names
from knowledge.prose import prose_of
from matching.catalog import Catalog
from matching.implied import by_law, entry_leaf, location_leaf
from matching.ladders import SOC
from matching.lattice import Lattice
from matching.program import Group, Ladder, Program, Requirement, Source, Words

COUNTRY = "US"
RUNG = re.compile(r"[a-z0-9-]+/\d+")


@dataclass(frozen=True)
class Wage:
    """What one occupation pays in one area, whole dollars a year. None: not published."""

    soc: str
    area: str  # two-letter state, or US
    median_usd: int | None
    p10_usd: int | None
    p90_usd: int | None
    as_of: str  # 2025-05
    source: Source


def parts_of(requirement: Requirement) -> Iterator[Requirement]:
    """Walk a requirement and everything under it."""
    yield requirement
    if isinstance(requirement, Group):
        for child in requirement.children:
            yield from parts_of(child)


def _with_pay(program: Program, jobs: Mapping[str, Occupation]) -> Program:
    """Add the middle one of the national medians of its jobs; the lower one of a middle pair."""
    codes = (soc for soc in (*program.occupations, *program.leads_to) if soc in jobs)
    medians = sorted(
        {soc: usd for soc in codes if (usd := jobs[soc].national_median_usd) is not None}.values()
    )
    return (
        replace(program, typical_pay_usd=medians[(len(medians) - 1) // 2]) if medians else program
    )


@dataclass(frozen=True)
class Release:
    """What every answer of one moment is made from."""

    id: str  # 3-1a2b3c4d5e6f: number, and the beginning of the content's digest
    number: int
    published_at: str  # UTC, ISO 8601
    digest: str
    content: Content = field(repr=False)

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """All programs by id, offerings among them, each with what its jobs typically pay."""
        jobs = self.content.occupations
        return {name: _with_pay(one, jobs) for name, one in self.content.programs.items()}

    @cached_property
    def catalog(self) -> Catalog:
        """All programs, laid out to be matched fast."""
        return Catalog(self.programs.values())

    @cached_property
    def directory(self) -> Directory:
        """What there is, by sector, kind and state."""
        return directory_of(self.programs.values(), self.ladders.values())

    @cached_property
    def lattice(self) -> Lattice:
        """All programs and ladders as one net of ways on."""
        return Lattice(self.programs, self.ladders.values())

    @property
    def ladders(self) -> Mapping[str, Ladder]:
        """All ladders by id."""
        return self.content.ladders

    @property
    def occupations(self) -> Mapping[str, Occupation]:
        """The occupations that have a name here, by SOC code."""
        return self.content.occupations

    @cached_property
    def job_titles(self) -> Mapping[str, Words]:
        """What each occupation is called in each language, by SOC code."""
        return {soc: job.title for soc, job in self.occupations.items()}

    @property
    def wages(self) -> WageTable | None:
        """The wage table this release goes by."""
        return self.content.wages

    @cached_property
    def names(self) -> NameIndex:
        """Finds programs named in what people write."""
        return NameIndex(self.programs.values(), prose_of(self.content))

    @cached_property
    def short_names(self) -> Mapping[frozenset[tuple[str, str]], Words]:
        """Map the names of programs to how they are called in a sentence, where that is shorter."""
        short = spoken_names(self.programs.values())
        return {
            frozenset(program.name.items()): short[program.id]
            for program in self.programs.values()
            if short[program.id] != program.name
        }

    @cached_property
    def jobs(self) -> JobIndex:
        """Finds jobs on ladders named in what people write."""
        return JobIndex(self.ladders.values(), self.occupations)

    def places(self, named: str) -> tuple[str, ...]:
        """Return the places of the net that an id, a SOC code or a few words name; none: nothing.

        An id is a program's or a rung's, such as `electrician/2`.
        """
        if named in self.programs or self.lattice.rung(named):
            return (named,)
        if RUNG.fullmatch(named):
            return ()
        if SOC.fullmatch(named):
            return self.lattice.places(named) if named in self.occupations else ()
        programs = tuple(dict.fromkeys(hit.program_id for hit in self.names.find(named)))
        return programs or self.jobs.find(named)

    def wage(self, soc: str, state: str | None = None) -> Wage | None:
        """Look up the wage in a state; the country's stands in where none is published there."""
        table = self.content.wages
        areas = table.rows.get(soc) if table else None
        if table is None or areas is None:
            return None
        for area in (state, COUNTRY):
            row = areas.get(area) if area else None
            if area and row and row[0] is not None:
                return Wage(soc, area, *row, table.as_of, table.source)
        return None

    def requirement(self, requirement_id: str) -> Requirement:
        """Return a requirement, also one in a group or one that goes without saying.

        Raises KeyError when no program of this release has it.
        """
        return self._requirements[requirement_id]

    def children(self, program_id: str) -> tuple[Program, ...]:
        """Return the offerings and other parts of a program, by id."""
        return self._children.get(program_id, ())

    def leads_to(self, program: Program) -> tuple[Program, ...]:
        """Return the programs that a program opens the way to, in its own order."""
        return tuple(self.programs[name] for name in program.leads_to if name in self.programs)

    def jobs_after(self, program: Program) -> tuple[str, ...]:
        """Return the SOC codes that a program leads to, in its own order."""
        return tuple(name for name in program.leads_to if name not in self.programs)

    @cached_property
    def _requirements(self) -> Mapping[str, Requirement]:
        """Index every requirement; what goes without saying stands behind what is written."""
        found: dict[str, Requirement] = {}
        for program in self.programs.values():
            implied = (location_leaf(program.id), entry_leaf(program), *by_law(program))
            found.update({leaf.id: leaf for leaf in implied if leaf})
            found.update({part.id: part for one in program.requirements for part in parts_of(one)})
        return found

    @cached_property
    def _children(self) -> Mapping[str, tuple[Program, ...]]:
        parts: dict[str, list[Program]] = {}
        for program in self.programs.values():
            if program.part_of:
                parts.setdefault(program.part_of, []).append(program)
        return {whole: tuple(found) for whole, found in parts.items()}
