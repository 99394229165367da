"""What a program, its rules and a ladder are, as one release states them. Immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Words = Mapping[str, str]  # language code -> text

KINDS = (
    "pre_apprenticeship",
    "apprenticeship",
    "academy",
    "high_school_program",
    "training_fund",
    "incumbent_training",
    "reentry_program",
    "college",
    "job_center",
    "support",
)


def in_language(words: Words, language: str) -> str:
    """Read words in a language; English stands in for a language the record lacks."""
    return words.get(language) or words["en"]


@dataclass(frozen=True)
class Source:
    """Who says so, and when."""

    title: str
    url: str | None
    as_of: str | None  # ISO date, may be partial; None: the page carries no date
    verified_on: str | None  # the day a person confirmed it with the program; None: never
    kind: str  # founding_document, official, government, law, report, news
    link: bool = True  # False: a site that republishes documents, shown but not pressed


@dataclass(frozen=True)
class Leaf:
    """One condition. `rule` holds the checkable keys of the content guide; empty: text only."""

    id: str  # wrtp-big-step#age
    about: str
    text: Words
    rule: Mapping[str, Any]
    source: int  # index into the program's sources
    track: Words | None = None  # counts only for that track of the program


@dataclass(frozen=True)
class Group:
    """Conditions that count together.

    `all_of` and `any_of` say what they mean. Of `waived_by` the first is the rule, and any other
    stands in for it. Of `layers` the first holds everywhere; of the others, each for an area, the
    last that takes in where the person lives holds instead.
    """

    id: str
    mode: str  # any_of, all_of, waived_by, layers
    children: tuple[Requirement, ...]
    text: Words
    source: int
    track: Words | None = None

    @property
    def about(self) -> str:
        """A group is about what its first condition is about."""
        return self.children[0].about


Requirement = Leaf | Group


def leaves_of(requirement: Requirement) -> Iterator[Leaf]:
    """Walk every condition under a requirement, left to right."""
    if isinstance(requirement, Leaf):
        yield requirement
        return
    for child in requirement.children:
        yield from leaves_of(child)


@dataclass(frozen=True)
class Site:
    """A door one can walk through."""

    city: str
    state: str
    zip: str | None = None
    address: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class ServiceArea:
    """Whom a program serves, by where they live. The lists add up."""

    nationwide: bool = False
    states: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()  # "Name, XX"
    cities: tuple[str, ...] = ()  # "City, XX"


@dataclass(frozen=True)
class Figure:
    """A dated number or finding that a source vouches for."""

    text: Words
    source: int
    value: float | None = None
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Term:
    """What it costs, pays or lasts, or when it is open: in words, with the source's numbers."""

    text: Words
    source: int
    usd: int | None = None  # dollars; 0 is free, None is not stated
    kind: str | None = None  # of what: application_fee, tuition, drug_screen, out_of_pocket
    weeks: int | None = None
    hours: int | None = None


@dataclass(frozen=True)
class Program:
    """A program as one release states it. Every fact points to the source that vouches for it."""

    id: str
    name: Words
    kind: str  # one of KINDS
    sectors: tuple[str, ...]
    summary: Words
    status: str  # active, unknown, renamed, closed
    sources: tuple[Source, ...]
    part_of: str | None = None
    full_name: Words | None = None
    aliases: tuple[str, ...] = ()
    sponsor: Words | None = None
    occupations: tuple[str, ...] = ()  # SOC codes it prepares for
    serves: ServiceArea | None = None  # None: not stated
    sites: tuple[Site, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    cost: Term | None = None
    pay_while_training: Term | None = None
    length: Term | None = None
    opening_hours: Term | None = None  # when somebody is there to talk to
    schedule: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    leads_to: tuple[str, ...] = ()  # program ids and SOC codes
    ladder_ids: tuple[str, ...] = ()
    how_to_apply: Words | None = None
    url: str | None = None
    phone: str | None = None
    succeeded_by: Words | None = None
    successor_ids: tuple[str, ...] = ()
    notes: Words | None = None
    typical_pay_usd: int | None = (
        None  # a year, in the jobs it prepares for; worked out, never said
    )


@dataclass(frozen=True)
class Rung:
    """One job on a ladder."""

    title: Words
    soc: str
    typical_education: str | None
    typical_years_before: str | None
    on_the_job_training: str | None
    median_wage_usd: int | None  # national annual median; None: not published for this rung
    wage_source: int | None
    wage_note: Words | None
    needs_to_enter: tuple[tuple[Words, int], ...]  # text and source index
    credential: Words | None


@dataclass(frozen=True)
class Move:
    """A way from one rung to another; rungs count from 0."""

    start: int
    end: int
    kind: str  # up, lateral
    needs: Words
    source: int
    typical_years: float | None = None
    wage_note: Words | None = None  # the median falls here: never show it as a raise


@dataclass(frozen=True)
class Ladder:
    """How jobs follow one another."""

    id: str
    name: Words
    sector: str
    rungs: tuple[Rung, ...]
    moves: tuple[Move, ...]
    sources: tuple[Source, ...]
    notes: Words | None = None
