"""Reads the content of one release back from its rows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from knowledge import models
from knowledge.content import Content, WageTable
from knowledge.storing.ladder_rows import ladder_of, occupation_of, wage_table_of
from knowledge.storing.program_rows import program_of

Program, Ladder, Occupation, Wage = models.Program, models.Ladder, models.Occupation, models.Wage
PROGRAM_PARTS = tuple(
    selectinload(part)
    for part in (
        Program.sources,
        Program.requirements,
        Program.figures,
        Program.terms,
        Program.sites,
        Program.areas,
    )
)
LADDER_PARTS = (
    selectinload(Ladder.sources),
    selectinload(Ladder.rungs).selectinload(models.Rung.needs),
    selectinload(Ladder.moves),
)


def content_of(session: Session, release: models.Release) -> Content:
    """Read everything a release says."""
    programs = session.scalars(
        select(Program).where(Program.release_id == release.id).options(*PROGRAM_PARTS)
    )
    ladders = session.scalars(
        select(Ladder).where(Ladder.release_id == release.id).options(*LADDER_PARTS)
    )
    occupations = session.scalars(select(Occupation).where(Occupation.release_id == release.id))
    return Content(
        programs={row.id: program_of(row) for row in programs},
        ladders={row.id: ladder_of(row) for row in ladders},
        occupations={row.soc: occupation_of(row) for row in occupations},
        wages=_wages(session, release.wage_table_id),
    )


def _wages(session: Session, table_id: int | None) -> WageTable | None:
    table = session.get(models.WageTable, table_id) if table_id is not None else None
    if table is None:
        return None
    columns = (Wage.soc, Wage.area, Wage.median_usd, Wage.p10_usd, Wage.p90_usd)
    return wage_table_of(table, session.execute(select(*columns).where(Wage.table_id == table.id)))
