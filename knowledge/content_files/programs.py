"""Turns a checked program file into programs: the whole, and each offering as a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

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
    return Program(
        id=written.id,
        name=written.name,
        full_name=written.full_name,
        aliases=tuple(written.aliases),
        part_of=whole.part_of if written is whole else whole.id,
        sites=_sites(_or(written.sites, whole.sites), locate),
        requirements=requirements_of(written.id, written.requirements),
        cost=_term(written.cost),
        pay_while_training=_term(written.pay_while_training),
        length=_term(written.length),
        opening_hours=_term(written.opening_hours),
        schedule=tuple(written.schedule),
        credentials=tuple(written.credentials),
        figures=tuple(map(_figure, written.figures)),
        leads_to=tuple(written.leads_to),
        ladder_ids=tuple(written.ladder_ids),
        notes=written.notes,
        **_taken_over(written, whole),
        **_fate(written, whole),
    )


def _taken_over(written: OfferingShape, whole: ProgramShape) -> dict[str, Any]:
    """Collect what an offering may leave to the whole."""
    return {
        "kind": written.kind or whole.kind,
        "sectors": tuple(_or(written.sectors, whole.sectors)),
        "summary": written.summary or whole.summary,
        "sources": tuple(map(source_from, _or(written.sources, whole.sources))),
        "sponsor": written.sponsor or whole.sponsor,
        "occupations": tuple(_or(written.occupations, whole.occupations or [])),
        "serves": _area(_or(written.serves, whole.serves)),
        "supports": tuple(_or(written.supports, whole.supports or [])),
        "how_to_apply": written.how_to_apply or whole.how_to_apply,
        "url": written.url or whole.url,
        "phone": written.phone or whole.phone,
    }


def _fate(written: OfferingShape, whole: ProgramShape) -> dict[str, Any]:
    """Collect whether it runs; an offering that says so itself has successors of its own."""
    teller = whole if written.status is None else written
    successors = written.successor_ids or teller.successor_ids
    return {
        "status": teller.status,
        "succeeded_by": written.succeeded_by or teller.succeeded_by,
        "successor_ids": tuple(name for name in successors if name != written.id),
    }


def _or(own: Value | None, inherited: Value) -> Value:
    return inherited if own is None else own


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
