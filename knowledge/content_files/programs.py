"""Turns a checked program file into programs: the whole, and each offering as a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from knowledge.content_files.coordinates import Locator, site_from
from knowledge.content_files.program_shape import (
    AreaShape,
    FigureShape,
    OfferingShape,
    ProgramShape,
    SiteShape,
    SourceShape,
    TermShape,
)
from knowledge.content_files.requirements import requirements_of
from matching.program import Figure, Program, ServiceArea, Site, Source, Term

Value = TypeVar("Value")


def programs_of(written: ProgramShape, locate: Locator | None) -> Iterator[Program]:
    """Build the program a file describes, then its offerings."""
    yield _program(written, written, locate)
    for offering in written.offerings:
        yield _program(offering, written, locate)


def _program(written: OfferingShape, whole: ProgramShape, locate: Locator | None) -> Program:
    """Build one record. An offering takes from the whole what it leaves out, but not its rules."""
    same_fate = written.status is None or written is whole
    is_part = written is not whole
    return Program(
        id=written.id,
        name=written.name,
        kind=written.kind or whole.kind,
        sectors=tuple(_or(written.sectors, whole.sectors)),
        summary=written.summary or whole.summary,
        status=written.status or whole.status,
        sources=tuple(map(source_from, _or(written.sources, whole.sources))),
        part_of=whole.id if is_part else whole.part_of,
        full_name=written.full_name,
        aliases=tuple(written.aliases),
        sponsor=written.sponsor or whole.sponsor,
        occupations=tuple(_or(written.occupations, whole.occupations or [])),
        serves=_area(_or(written.serves, whole.serves)),
        sites=_sites(_or(written.sites, whole.sites), locate),
        requirements=requirements_of(written.id, written.requirements),
        cost=_term(written.cost),
        pay_while_training=_term(written.pay_while_training),
        length=_term(written.length),
        schedule=tuple(written.schedule),
        supports=tuple(_or(written.supports, whole.supports or [])),
        credentials=tuple(written.credentials),
        figures=tuple(map(_figure, written.figures)),
        leads_to=tuple(written.leads_to),
        ladder_ids=tuple(written.ladder_ids),
        how_to_apply=written.how_to_apply or whole.how_to_apply,
        url=written.url or whole.url,
        phone=written.phone or whole.phone,
        succeeded_by=written.succeeded_by or (whole.succeeded_by if same_fate else None),
        successor_ids=_successors(written, whole, same_fate),
        notes=written.notes,
    )


def _or(own: Value | None, inherited: Value) -> Value:
    return inherited if own is None else own


def _successors(written: OfferingShape, whole: ProgramShape, same_fate: bool) -> tuple[str, ...]:
    named = written.successor_ids or (whole.successor_ids if same_fate else [])
    return tuple(successor for successor in named if successor != written.id)


def source_from(written: SourceShape) -> Source:
    """Build a source as records cite it."""
    return Source(
        written.title,
        written.url,
        written.as_of,
        written.verified_on,
        written.kind,
        written.link and written.url is not None,
    )


def _area(written: AreaShape | None) -> ServiceArea | None:
    if written is None or not written.model_fields_set:
        return None
    return ServiceArea(
        written.nationwide, tuple(written.states), tuple(written.counties), tuple(written.cities)
    )


def _sites(written: Sequence[SiteShape] | None, locate: Locator | None) -> tuple[Site, ...]:
    return tuple(site_from(site, locate) for site in written or ())


def _figure(written: FigureShape) -> Figure:
    return Figure(written.text, written.source, written.value, written.unit, written.year)


def _term(written: TermShape | None) -> Term | None:
    if written is None:
        return None
    return Term(
        written.text, written.source, written.usd, written.kind, written.weeks, written.hours
    )
