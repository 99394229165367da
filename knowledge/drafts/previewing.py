"""What publishing edits would change: records field by field, and what it means for people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.content import Content
from knowledge.content_files.writing import FilledIn, filled_in
from knowledge.drafts.applying import Applied, Surroundings, applied
from knowledge.drafts.differing import FieldChange, changes_in
from knowledge.drafts.edits import Edit, Json, digest_in, document_of, record_in
from knowledge.drafts.people import Effect, Looking, effects, sample_people
from knowledge.problems import Problem
from knowledge.release import Release
from matching.program import Words
from places.gazetteer import Gazetteer

How = Literal["added", "changed", "removed", "rejected"]


@dataclass(frozen=True)
class RecordChange:
    """One edit, looked over."""

    edit: Edit
    name: Words
    how: How
    fields: tuple[FieldChange, ...]
    problems: tuple[Problem, ...]
    is_outdated: bool  # made on a state of the record that is no longer in force

    @property
    def is_ready(self) -> bool:
        """Say whether it can be published."""
        return self.how != "rejected" and not self.is_outdated


@dataclass(frozen=True)
class Preview:
    """What publishing would change. `stamp` names exactly this."""

    release: str  # the one in force
    stamp: str
    records: tuple[RecordChange, ...]
    effects: tuple[Effect, ...]
    content: Content

    @property
    def is_ready(self) -> bool:
        """Say whether all of it can be published."""
        return bool(self.records) and all(record.is_ready for record in self.records)


def stamp_of(release: str, edits: Iterable[Edit]) -> str:
    """Name a release and the edits over it by what they say."""
    said = [f"{edit.label} {edit.digest} {edit.seen}" for edit in edits]
    return hashlib.sha256("\n".join([release, *sorted(said)]).encode()).hexdigest()[:32]


def preview_of(
    release: Release, edits: Sequence[Edit], around: Surroundings, today: date
) -> Preview:
    """Show what publishing these edits over a release would change."""
    done = applied(release.content, edits, around)
    left = filled_in(release.content, around.locate)
    records = tuple(_record(release.content, edit, done, left) for edit in edits)
    return Preview(
        release.id,
        stamp_of(release.id, edits),
        records,
        tuple(_effects(release, done.content, records, _Day(around, today))),
        done.content,
    )


def _record(content: Content, edit: Edit, done: Applied, left: FilledIn) -> RecordChange:
    record = record_in(content, edit.kind, edit.record_id)
    before = document_of(record, left)
    name = record.name if record else (edit.document or {}).get("name")
    return RecordChange(
        edit,
        name if isinstance(name, Mapping) and name.get("en") else {"en": edit.record_id},
        "rejected" if done.is_refused(edit) else _how(before, edit),
        tuple(changes_in(before, edit.document)),
        tuple(done.problems_of(edit)),
        digest_in(content, edit.kind, edit.record_id) != edit.seen,
    )


def _how(before: Json | None, edit: Edit) -> How:
    if before is None:
        return "added"
    return "removed" if edit.document is None else "changed"


@dataclass(frozen=True)
class _Day:
    around: Surroundings
    today: date


def _effects(
    release: Release, after: Content, records: Iterable[RecordChange], day: _Day
) -> list[Effect]:
    changed = [
        record.edit.record_id
        for record in records
        if record.edit.kind == "program" and record.how != "rejected"
    ]
    if not changed:
        return []
    would_be = Release("preview", release.number + 1, release.published_at, "", after)
    gazetteer = day.around.gazetteer or Gazetteer.open()
    looking = Looking(release, would_be, day.today, gazetteer)
    return effects(sample_people(day.around.files), changed, looking)
