"""The desk of operators: keep edits, preview them, publish them, take the last release back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge.content import Content
from knowledge.content_files.coordinates import locator
from knowledge.content_files.writing import FilledIn, filled_in
from knowledge.database import unit_of_work, upgrade
from knowledge.drafts import book
from knowledge.drafts.applying import Surroundings, applied
from knowledge.drafts.edits import (
    NOTHING,
    ChangedSincePreview,
    Edit,
    EditedMeanwhile,
    Json,
    Kind,
    NeedsAnother,
    NewEdit,
    NotReady,
    digest_in,
    document_of,
    record_in,
)
from knowledge.drafts.previewing import Preview, preview_of, stamp_of
from knowledge.home import Home, home_at
from knowledge.problems import Problem
from knowledge.publishing.acts import Published, publish_content, undo
from knowledge.publishing.deed import Deed
from knowledge.publishing.lock import alone
from knowledge.publishing.shelving import mend
from knowledge.reader import Library, Release
from places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Publishing:
    """Who publishes what they looked at, and why."""

    stamp: str  # of the preview
    who: str  # a login
    why: str
    needs_another: bool = False  # who wrote an edit may not publish it


@dataclass(frozen=True)
class Opened:
    """A record as an editor finds it: what waits, else what is in force."""

    document: Json | None  # None: it is not there, or goes
    seen: str  # digest of the record in force
    shown: str  # digest of the edit that waits
    waiting: Edit | None


class Desk:
    """One per process. Every act is a transaction of its own."""

    def __init__(
        self, home: Path, library: Library | None = None, gazetteer: Gazetteer | None = None
    ) -> None:
        self._place: Home = home_at(home)
        self._library = library or Library(home)
        self._gazetteer = gazetteer

    @cached_property
    def around(self) -> Surroundings:
        """What documents are read with."""
        gazetteer = self._gazetteer or Gazetteer.open()
        return Surroundings(self._place.content, locator(gazetteer), gazetteer)

    @property
    def release(self) -> Release:
        """The release in force."""
        return self._library.current()

    def left(self) -> FilledIn:
        """What documents of the release in force leave out."""
        return filled_in(self.release.content, self.around.locate)

    def waiting(self) -> list[Edit]:
        """Return every edit that waits, the newest first."""
        with unit_of_work(self._place.database_url) as session:
            return book.waiting(session)

    def open(self, kind: Kind, record_id: str) -> Opened:
        """Return what an editor starts from."""
        content = self.release.content
        with unit_of_work(self._place.database_url) as session:
            waiting = book.waiting_for(session, (kind, record_id))
        if waiting:
            seen = waiting.seen
            return Opened(waiting.document, seen, waiting.digest, waiting)
        seen = digest_in(content, kind, record_id)
        return Opened(self.in_force(kind, record_id), seen, NOTHING, None)

    def in_force(self, kind: Kind, record_id: str) -> Json | None:
        """Return the document of a record in force; None when there is none."""
        return document_of(record_in(self.release.content, kind, record_id), self.left())

    def seen(self, kind: Kind, record_id: str) -> str:
        """Return the digest of a record in force."""
        return digest_in(self.release.content, kind, record_id)

    def check(self, edit: Edit) -> list[Problem]:
        """Look one edit over, together with those that wait."""
        others = [one for one in self.waiting() if one.label != edit.label]
        return applied(self.release.content, [*others, edit], self.around).problems_of(edit)

    def keep(self, new: NewEdit) -> bool:
        """Keep an edit until it is published; say no where it says what is in force.

        Raises EditedMeanwhile when the record, or the edit that waits for it, is not what the
        editor saw; then nothing is kept.
        """
        with unit_of_work(self._place.database_url) as session:
            waiting = book.waiting_for(session, (new.kind, new.record_id))
            if (waiting.digest if waiting else NOTHING) != new.shown:
                raise EditedMeanwhile(waiting)
            if digest_in(self.release.content, new.kind, new.record_id) != new.seen:
                raise EditedMeanwhile(waiting)
            if new.document == self.in_force(new.kind, new.record_id):
                book.forget(session, [(new.kind, new.record_id)])
                return False
            book.keep(session, new)
            return True

    def drop(self, kind: Kind, record_id: str) -> None:
        """Take an edit that waits away."""
        with unit_of_work(self._place.database_url) as session:
            book.forget(session, [(kind, record_id)])

    def history(self, kind: Kind, record_id: str) -> list[book.Changed]:
        """Return what releases changed in a record, the newest first."""
        with unit_of_work(self._place.database_url) as session:
            return book.history(session, (kind, record_id))

    def acts(self, most: int) -> list[book.Done]:
        """Return what was published and taken back, the newest first."""
        with unit_of_work(self._place.database_url) as session:
            return book.acts(session, most)

    def preview(self, today: date, labels: Collection[str] = ()) -> Preview:
        """Show what publishing would change. `labels` names the edits; none: all of them."""
        return preview_of(self.release, _chosen(self.waiting(), labels), self.around, today)

    def publish(self, publishing: Publishing, labels: Collection[str] = ()) -> Published:
        """Publish edits exactly as they were previewed.

        Raises ChangedSincePreview, NotReady, NeedsAnother, NothingToPublish or StoreUnavailable;
        then nothing has changed, or the next command puts the release in force.
        """
        with alone(self._place.folder):
            upgrade(self._place.database_url)
            mend(self._place)
            release = self._library.current()
            edits = _chosen(self.waiting(), labels)
            content = self._accepted(release, edits, publishing)
            noting = book.noting_edits(edits, self.around.locate)
            deed = Deed("operator", publishing.who, publishing.why, noting)
            return publish_content(self._place, content, deed)

    def _accepted(self, release: Release, edits: Sequence[Edit], publishing: Publishing) -> Content:
        if stamp_of(release.id, edits) != publishing.stamp or not edits:
            raise ChangedSincePreview("what waits, or what is in force, is not what you looked at")
        own = [edit.label for edit in edits if edit.by == publishing.who]
        if publishing.needs_another and own:
            raise NeedsAnother(own)
        done = applied(release.content, edits, self.around)
        unfit = [
            edit.label
            for edit in edits
            if done.is_refused(edit)
            or digest_in(release.content, edit.kind, edit.record_id) != edit.seen
        ]
        if unfit:
            raise NotReady(unfit)
        return done.content

    def undo(self, who: str, why: str) -> Published:
        """Put the release before the one in force back. Raises NothingToUndo, StoreUnavailable."""
        return undo(self._place.folder, Deed("operator", who, why))


def _chosen(edits: Sequence[Edit], labels: Collection[str]) -> list[Edit]:
    return [edit for edit in edits if not labels or edit.label in labels]
