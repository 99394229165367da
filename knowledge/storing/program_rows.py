"""A program as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from knowledge import models
from knowledge.models.source import SourceColumns
from matching.program import (
    Figure,
    Group,
    Leaf,
    Program,
    Requirement,
    ServiceArea,
    Site,
    Source,
    Term,
    Words,
)

TERMS = ("cost", "pay_while_training", "length", "opening_hours")
AREAS = ("states", "counties", "cities")


def program_row(release_id: int, program: Program) -> models.Program:
    """Build the rows of a program."""
    key = {"release_id": release_id, "program_id": program.id}
    terms = [(name, getattr(program, name)) for name in TERMS]
    return models.Program(
        release_id=release_id,
        **_plain_columns(program),
        sources=[
            source_row(models.ProgramSource, at, s, key) for at, s in enumerate(program.sources)
        ],
        requirements=list(_requirement_rows(program.requirements, key)),
        figures=[_figure_row(at, figure, key) for at, figure in enumerate(program.figures)],
        terms=[_term_row(name, term, key) for name, term in terms if term],
        sites=[_site_row(at, site, key) for at, site in enumerate(program.sites)],
        areas=list(_area_rows(program.serves, key)),
    )


def _plain_columns(program: Program) -> dict[str, Any]:
    return {
        "id": program.id,
        "part_of": program.part_of,
        "kind": program.kind,
        "status": program.status,
        "name": dict(program.name),
        "full_name": words(program.full_name),
        "alternate_names": list(program.aliases),
        "description": dict(program.summary),
        "sponsor": words(program.sponsor),
        "sectors": list(program.sectors),
        "occupations": list(program.occupations),
        "schedule": list(program.schedule),
        "supports": list(program.supports),
        "credentials": list(program.credentials),
        "leads_to": list(program.leads_to),
        "ladder_ids": list(program.ladder_ids),
        "how_to_apply": words(program.how_to_apply),
        "url": program.url,
        "phone": program.phone,
        "succeeded_by": words(program.succeeded_by),
        "successor_ids": list(program.successor_ids),
        "notes": words(program.notes),
        "area_stated": program.serves is not None,
    }


def words(text: Words | None) -> dict[str, str] | None:
    """Return words as a column holds them."""
    return None if text is None else dict(text)


def source_row(kind: Any, position: int, source: Source, key: Mapping[str, Any]) -> Any:
    """Build the row of a source of a program or a ladder."""
    return kind(
        **key,
        position=position,
        title=source.title,
        url=source.url,
        as_of=source.as_of,
        verified_on=source.verified_on,
        kind=source.kind,
        link=source.link,
    )


def source_of(row: SourceColumns) -> Source:
    """Read a source back."""
    return Source(row.title, row.url, row.as_of, row.verified_on, row.kind, row.link)


def _requirement_rows(
    trees: Iterable[Requirement], key: Mapping[str, Any]
) -> Iterator[models.Requirement]:
    position = 0
    waiting: list[tuple[str | None, Requirement]] = [(None, tree) for tree in trees]
    while waiting:
        parent, tree = waiting.pop(0)
        yield _requirement_row(tree, parent, position, key)
        position += 1
        if isinstance(tree, Group):
            waiting[:0] = [(tree.id, child) for child in tree.children]


def _requirement_row(
    tree: Requirement, parent: str | None, position: int, key: Mapping[str, Any]
) -> models.Requirement:
    return models.Requirement(
        **key,
        id=tree.id,
        parent_id=parent,
        position=position,
        mode=tree.mode if isinstance(tree, Group) else None,
        about=tree.about,
        text=dict(tree.text),
        rule=dict(tree.rule) if isinstance(tree, Leaf) else {},
        source=tree.source,
        track=words(tree.track),
    )


def _figure_row(position: int, figure: Figure, key: Mapping[str, Any]) -> models.Figure:
    return models.Figure(
        **key,
        position=position,
        text=dict(figure.text),
        source=figure.source,
        value=figure.value,
        unit=figure.unit,
        year=figure.year,
    )


def _term_row(name: str, term: Term, key: Mapping[str, Any]) -> models.Term:
    return models.Term(
        **key,
        of=name,
        text=dict(term.text),
        source=term.source,
        usd=term.usd,
        kind=term.kind,
        weeks=term.weeks,
        hours=term.hours,
    )


def _site_row(position: int, site: Site, key: Mapping[str, Any]) -> models.Site:
    return models.Site(
        **key,
        position=position,
        address_1=site.address,
        city=site.city,
        state_province=site.state,
        postal_code=site.zip,
        latitude=site.lat,
        longitude=site.lon,
    )


def _area_rows(serves: ServiceArea | None, key: Mapping[str, Any]) -> Iterator[models.ServiceArea]:
    if serves is None:
        return
    listed = [(kind, extent) for kind in AREAS for extent in getattr(serves, kind)]
    everywhere = [("nationwide", "US")] if serves.nationwide else []
    for position, (kind, extent) in enumerate([*everywhere, *listed]):
        yield models.ServiceArea(**key, position=position, extent_type=kind, extent=extent)


def program_of(row: models.Program) -> Program:
    """Read a program back from its rows."""
    return Program(**_said_of(row), **_listed_of(row), **_hanging_on(row))


def _said_of(row: models.Program) -> dict[str, Any]:
    return {
        "id": row.id,
        "part_of": row.part_of,
        "kind": row.kind,
        "status": row.status,
        "name": row.name,
        "full_name": row.full_name,
        "summary": row.description,
        "sponsor": row.sponsor,
        "how_to_apply": row.how_to_apply,
        "url": row.url,
        "phone": row.phone,
        "succeeded_by": row.succeeded_by,
        "notes": row.notes,
    }


def _listed_of(row: models.Program) -> dict[str, Any]:
    return {
        "aliases": tuple(row.alternate_names),
        "sectors": tuple(row.sectors),
        "occupations": tuple(row.occupations),
        "schedule": tuple(row.schedule),
        "supports": tuple(row.supports),
        "credentials": tuple(row.credentials),
        "leads_to": tuple(row.leads_to),
        "ladder_ids": tuple(row.ladder_ids),
        "successor_ids": tuple(row.successor_ids),
    }


def _hanging_on(row: models.Program) -> dict[str, Any]:
    terms = {term.of: _term_of(term) for term in row.terms}
    return {
        **{name: terms.get(name) for name in TERMS},
        "sources": tuple(map(source_of, row.sources)),
        "serves": _serves_of(row),
        "sites": tuple(map(_site_of, row.sites)),
        "requirements": _requirements_of(row.requirements, None),
        "figures": tuple(Figure(f.text, f.source, f.value, f.unit, f.year) for f in row.figures),
    }


def _term_of(row: models.Term) -> Term:
    return Term(row.text, row.source, row.usd, row.kind, row.weeks, row.hours)


def _site_of(row: models.Site) -> Site:
    return Site(
        row.city, row.state_province, row.postal_code, row.address_1, row.latitude, row.longitude
    )


def _serves_of(row: models.Program) -> ServiceArea | None:
    if not row.area_stated:
        return None
    lists = {
        kind: tuple(area.extent for area in row.areas if area.extent_type == kind) for kind in AREAS
    }
    return ServiceArea(any(area.extent_type == "nationwide" for area in row.areas), **lists)


def _requirements_of(
    rows: Sequence[models.Requirement], parent: str | None
) -> tuple[Requirement, ...]:
    return tuple(_tree_of(row, rows) for row in rows if row.parent_id == parent)


def _tree_of(row: models.Requirement, rows: Sequence[models.Requirement]) -> Requirement:
    if row.mode is None:
        return Leaf(row.id, row.about, row.text, row.rule, row.source, row.track)
    children = _requirements_of(rows, row.id)
    return Group(row.id, row.mode, children, row.text, row.source, row.track)
