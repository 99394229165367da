"""A ladder, an occupation and a wage table as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from knowledge import models
from knowledge.content import Occupation, WageRow, WageTable
from knowledge.storing.program_rows import source_of, source_row, words
from matching.program import Ladder, Move, Rung, Source


def ladder_row(release_id: int, ladder: Ladder) -> models.Ladder:
    """Build the rows of a ladder."""
    key = {"release_id": release_id, "ladder_id": ladder.id}
    return models.Ladder(
        release_id=release_id,
        id=ladder.id,
        name=dict(ladder.name),
        sector=ladder.sector,
        notes=words(ladder.notes),
        sources=[
            source_row(models.LadderSource, at, s, key) for at, s in enumerate(ladder.sources)
        ],
        rungs=[_rung_row(at, rung, key) for at, rung in enumerate(ladder.rungs)],
        moves=[_move_row(at, move, key) for at, move in enumerate(ladder.moves)],
    )


def _rung_row(position: int, rung: Rung, key: dict[str, Any]) -> models.Rung:
    needs = [
        models.RungNeed(**key, rung=position, position=at, text=dict(text), source=source)
        for at, (text, source) in enumerate(rung.needs_to_enter)
    ]
    return models.Rung(
        **key,
        position=position,
        title=dict(rung.title),
        soc=rung.soc,
        typical_education=rung.typical_education,
        typical_years_before=rung.typical_years_before,
        on_the_job_training=rung.on_the_job_training,
        median_wage_usd=rung.median_wage_usd,
        wage_source=rung.wage_source,
        wage_note=words(rung.wage_note),
        credential=words(rung.credential),
        needs=needs,
    )


def _move_row(position: int, move: Move, key: dict[str, Any]) -> models.Move:
    return models.Move(
        **key,
        position=position,
        start_rung=move.start,
        end_rung=move.end,
        kind=move.kind,
        needs=dict(move.needs),
        source=move.source,
        typical_years=move.typical_years,
        wage_note=words(move.wage_note),
    )


def ladder_of(row: models.Ladder) -> Ladder:
    """Read a ladder back from its rows."""
    return Ladder(
        id=row.id,
        name=row.name,
        sector=row.sector,
        rungs=tuple(map(_rung_of, row.rungs)),
        moves=tuple(map(_move_of, row.moves)),
        sources=tuple(map(source_of, row.sources)),
        notes=row.notes,
    )


def _rung_of(row: models.Rung) -> Rung:
    return Rung(
        title=row.title,
        soc=row.soc,
        typical_education=row.typical_education,
        typical_years_before=row.typical_years_before,
        on_the_job_training=row.on_the_job_training,
        median_wage_usd=row.median_wage_usd,
        wage_source=row.wage_source,
        wage_note=row.wage_note,
        needs_to_enter=tuple((need.text, need.source) for need in row.needs),
        credential=row.credential,
    )


def _move_of(row: models.Move) -> Move:
    return Move(
        start=row.start_rung,
        end=row.end_rung,
        kind=row.kind,
        needs=row.needs,
        source=row.source,
        typical_years=row.typical_years,
        wage_note=row.wage_note,
    )


def occupation_row(release_id: int, occupation: Occupation) -> models.Occupation:
    """Build the row of an occupation."""
    return models.Occupation(
        release_id=release_id,
        soc=occupation.soc,
        title=dict(occupation.title),
        sector=occupation.sector,
        aliases={language: list(names) for language, names in occupation.aliases.items()},
        typical_education=occupation.typical_education,
        job_zone=occupation.job_zone,
        riasec=occupation.riasec,
        national_median_usd=occupation.national_median_usd,
        annual_openings=occupation.annual_openings,
    )


def occupation_of(row: models.Occupation) -> Occupation:
    """Read an occupation back from its row."""
    return Occupation(
        soc=row.soc,
        title=row.title,
        sector=row.sector,
        aliases={language: tuple(names) for language, names in row.aliases.items()},
        typical_education=row.typical_education,
        job_zone=row.job_zone,
        riasec=row.riasec,
        national_median_usd=row.national_median_usd,
        annual_openings=row.annual_openings,
    )


def wage_values(table_id: int, table: WageTable) -> list[dict[str, Any]]:
    """Return the values of all wage rows, to be inserted at once."""
    return [
        {
            "table_id": table_id,
            "soc": soc,
            "area": area,
            "median_usd": median,
            "p10_usd": low,
            "p90_usd": high,
        }
        for soc, areas in table.rows.items()
        for area, (median, low, high) in areas.items()
    ]


def wage_table_of(row: models.WageTable, wages: Iterable[Any]) -> WageTable:
    """Read a wage table back; `wages` are rows of soc, area and the three figures."""
    rows: dict[str, dict[str, WageRow]] = {}
    for soc, area, median, low, high in wages:
        rows.setdefault(soc, {})[area] = (median, low, high)
    return WageTable(row.as_of, Source(**row.source), rows)


def source_values(source: Source) -> dict[str, Any]:
    """Return a source as one column holds it."""
    return asdict(source)
