"""What a program file may hold, value by value; other modules check how values fit together."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.content_files.fields import (
    Code,
    Count,
    Dollars,
    Identifier,
    InState,
    Kind,
    PartialDay,
    Phone,
    Position,
    Sector,
    Shape,
    Short,
    Soc,
    SourceKind,
    State,
    Status,
    Url,
    WholeDay,
    Words,
    Zip,
    between,
)
from knowledge.content_files.rule_keys import About, RuleShape


class SourceShape(Shape):
    """Who says so, and when."""

    title: Short
    url: Url | None = None
    as_of: PartialDay | None = None
    verified_on: WholeDay | None = None
    kind: SourceKind
    link: bool = True


MODES = ("any_of", "all_of", "layers")


class RequirementShape(RuleShape):
    """One condition, or a group of conditions."""

    key: Code | None = None
    about: About | None = None
    text: Words | None = None
    source: Position | None = None
    track: Words | None = None
    any_of: list[RequirementShape] | None = None
    all_of: list[RequirementShape] | None = None
    layers: list[RequirementShape] | None = None
    waived_by: list[RequirementShape] | None = None

    @property
    def modes(self) -> tuple[str, ...]:
        """How its conditions count together; nothing for a single condition."""
        return tuple(mode for mode in MODES if getattr(self, mode) is not None)

    @property
    def children(self) -> list[RequirementShape]:
        """The conditions of a group; empty for a single condition."""
        return self.any_of or self.all_of or self.layers or []

    @property
    def subject_matter(self) -> str:
        """What it is about; a group is about what its first condition is about."""
        first = self
        while first.about is None and first.children:
            first = first.children[0]
        return first.about or "other"


class SiteShape(Shape):
    """A door one can walk through."""

    city: Short
    state: State
    zip: Zip | None = None
    address: Short | None = None
    lat: Annotated[float, between(-15, 72)] | None = None
    lon: Annotated[float, between(-180, 180)] | None = None


class AreaShape(Shape):
    """Whom a program serves, by where they live."""

    nationwide: bool = False
    states: list[State] = Field(default_factory=list)
    counties: list[InState] = Field(default_factory=list)
    cities: list[InState] = Field(default_factory=list)


class FigureShape(Shape):
    """A dated number or finding."""

    text: Words
    source: Position
    value: float | None = None
    unit: Code | None = None
    year: Annotated[int, between(1800, 2200)] | None = None


class TermShape(Shape):
    """What it costs, pays or lasts, or when it is open."""

    text: Words
    source: Position
    usd: Dollars | None = None
    kind: Literal["application_fee", "tuition", "drug_screen", "out_of_pocket"] | None = None
    usd_per_hour: Annotated[float, between(0, 1000)] | None = None
    weeks: Annotated[int, between(0, 1000)] | None = None
    hours: Count | None = None
    years: Annotated[float, between(0, 20)] | None = None


Schedule = Literal["day", "evening", "weekend", "online"]
Support = Literal[
    "childcare", "transport", "stipend", "ged", "esl", "case_management", "job_placement", "tools"
]


class OfferingShape(Shape):
    """A named part of a program with rules of its own. The rest it takes from the whole."""

    id: Identifier
    name: Words
    full_name: Words | None = None
    aliases: list[Short] = Field(default_factory=list)
    sponsor: Words | None = None
    kind: Kind | None = None
    sectors: list[Sector] | None = None
    occupations: list[Soc] | None = None
    summary: Words | None = None
    serves: AreaShape | None = None
    sites: list[SiteShape] | None = None
    requirements: list[RequirementShape] = Field(default_factory=list)
    cost: TermShape | None = None
    pay_while_training: TermShape | None = None
    length: TermShape | None = None
    opening_hours: TermShape | None = None
    schedule: list[Schedule] = Field(default_factory=list)
    supports: list[Support] | None = None
    credentials: list[Short] = Field(default_factory=list)
    figures: list[FigureShape] = Field(default_factory=list)
    leads_to: list[Code] = Field(default_factory=list)
    ladder_ids: list[Identifier] = Field(default_factory=list)
    how_to_apply: Words | None = None
    url: Url | None = None
    phone: Phone | None = None
    status: Status | None = None
    succeeded_by: Words | None = None
    successor_ids: list[Identifier] = Field(default_factory=list)
    sources: list[SourceShape] | None = None
    notes: Words | None = None


class ProgramShape(OfferingShape):
    """A whole program file."""

    part_of: Identifier | None = None
    kind: Kind
    sectors: list[Sector] = Field(default_factory=list)
    summary: Words
    status: Status
    sources: Annotated[list[SourceShape], Field(min_length=1)]
    offerings: list[OfferingShape] = Field(default_factory=list)
