"""Writes the content of one release as rows. It neither commits nor decides what is in force."""

from __future__ import annotations

import json

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from knowledge import models
from knowledge.content import Content, WageTable
from knowledge.documents import digest_of, plain_of
from knowledge.storing.ladder_rows import ladder_row, occupation_row, source_values, wage_values
from knowledge.storing.program_rows import program_row


def write_content(session: Session, release: models.Release, content: Content) -> None:
    """Add a release and everything it says."""
    release.wage_table_id = _wage_table_id(session, content.wages)
    session.add(release)
    session.flush()
    session.add_all(program_row(release.id, program) for program in content.programs.values())
    session.add_all(ladder_row(release.id, ladder) for ladder in content.ladders.values())
    session.add_all(occupation_row(release.id, job) for job in content.occupations.values())
    session.flush()


def _wage_table_id(session: Session, table: WageTable | None) -> int | None:
    """Find the table that says the same, or write it: 15,000 rows that change once a year."""
    if table is None:
        return None
    digest = digest_of(json.dumps(plain_of(table), sort_keys=True).encode())
    known = session.scalar(select(models.WageTable.id).where(models.WageTable.digest == digest))
    if known is not None:
        return known
    row = models.WageTable(digest=digest, as_of=table.as_of, source=source_values(table.source))
    session.add(row)
    session.flush()
    values = wage_values(row.id, table)
    if values:
        session.execute(insert(models.Wage), values)
    return row.id
