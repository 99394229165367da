"""Checks ladders as a whole, and turns them and the list of occupations into records."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.content import Occupation
from knowledge.content_files.ladder_shape import (
    LadderShape,
    MoveShape,
    OccupationShape,
    RungShape,
)
from knowledge.content_files.programs import source_from
from knowledge.content_files.requirement_checks import Finding
from matching.program import Ladder, Move, Rung


def ladder_faults(ladder: LadderShape) -> Iterator[Finding]:
    """Find citations of sources, and moves between rungs, that are not there."""
    for number, rung in enumerate(ladder.rungs):
        yield from _rung_faults(rung, number, len(ladder.sources))
    for number, move in enumerate(ladder.moves):
        yield from _move_faults(move, number, ladder)


def _rung_faults(rung: RungShape, number: int, sources: int) -> Iterator[Finding]:
    cited = [
        (("needs_to_enter", at, "source"), n.source) for at, n in enumerate(rung.needs_to_enter)
    ]
    for path, source in [(("wage_source",), rung.wage_source), *cited]:
        if source is not None and source >= sources:
            yield ("rungs", number, *path), _no_source(source, sources)
    if rung.median_wage_usd is not None and rung.wage_source is None:
        yield ("rungs", number, "wage_source"), "is missing: name the source of the wage"


def _move_faults(move: MoveShape, number: int, ladder: LadderShape) -> Iterator[Finding]:
    if move.source >= len(ladder.sources):
        yield ("moves", number, "source"), _no_source(move.source, len(ladder.sources))
    for end, rung in (("from", move.from_), ("to", move.to)):
        if rung >= len(ladder.rungs):
            last = len(ladder.rungs) - 1
            yield (
                ("moves", number, end),
                f"“{rung}” names a rung that is not there: write 0 to {last}",
            )
    if move.from_ == move.to:
        yield ("moves", number, "to"), "is the rung it starts from: write another rung"


def _no_source(source: int, sources: int) -> str:
    return f"“{source}” names a source that is not there: write 0 to {sources - 1}"


def ladder_from(written: LadderShape) -> Ladder:
    """Build the ladder a file describes."""
    return Ladder(
        id=written.id,
        name=written.name,
        sector=written.sector,
        rungs=tuple(map(_rung, written.rungs)),
        moves=tuple(map(_move, written.moves)),
        sources=tuple(map(source_from, written.sources)),
        notes=written.notes,
    )


def _rung(written: RungShape) -> Rung:
    return Rung(
        title=written.title,
        soc=written.soc,
        typical_education=written.typical_education,
        typical_years_before=written.typical_years_before,
        on_the_job_training=written.on_the_job_training,
        median_wage_usd=written.median_wage_usd,
        wage_source=written.wage_source,
        wage_note=written.wage_note,
        needs_to_enter=tuple((need.text, need.source) for need in written.needs_to_enter),
        credential=written.credential,
    )


def _move(written: MoveShape) -> Move:
    return Move(
        start=written.from_,
        end=written.to,
        kind=written.kind,
        needs=written.needs,
        source=written.source,
        typical_years=written.typical_years,
        wage_note=written.wage_note,
    )


def occupation_from(written: OccupationShape) -> Occupation:
    """Build an occupation as the list states it."""
    return Occupation(
        soc=written.soc,
        title=written.title,
        sector=written.sector,
        aliases={language: tuple(names) for language, names in written.aliases.items()},
        typical_education=written.typical_education,
        job_zone=written.job_zone,
        riasec=written.riasec,
        national_median_usd=written.national_median_usd,
        annual_openings=written.annual_openings,
    )
