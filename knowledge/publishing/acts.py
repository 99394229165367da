"""Check, publish and undo: what an operator does with the content files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.content import Content
from knowledge.content_files import Loaded, load
from knowledge.content_files.coordinates import locator
from knowledge.coverage import Coverage, coverage_of
from knowledge.database import unit_of_work, upgrade
from knowledge.documents import digest_of, encoded
from knowledge.home import Home, home_at
from knowledge.problems import CatalogUnavailable, ContentRefused, NothingToPublish, Problem
from knowledge.publishing import catalog
from knowledge.publishing.changes import Changes, changes_between
from knowledge.publishing.deed import OPERATOR, Deed, Made
from knowledge.publishing.lock import alone
from knowledge.publishing.outdated import outdated
from knowledge.publishing.shelving import mend, point_to, shelve
from knowledge.publishing.vanished import vanished
from knowledge.shelf import document_of, read_pointer, read_release, release_id
from places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Checked:
    """What the content files hold, what to mend in them, and what publishing would change."""

    programs: int
    ladders: int
    occupations: int
    problems: tuple[Problem, ...]
    changes: Changes
    coverage: Coverage

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the files from being published."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True)
class Published:
    """The release now in force, and what it changed."""

    release: str
    changes: Changes


def check(home: Path) -> Checked:
    """Look the content files over without changing anything."""
    place = home_at(home)
    loaded = loaded_content(place)
    content, before = loaded.content, content_in_force(place)
    return Checked(
        programs=len(content.programs),
        ladders=len(content.ladders),
        occupations=len(content.occupations),
        problems=(
            *loaded.problems,
            *vanished(before, loaded),
            *outdated(content, date.today()),
        ),
        changes=changes_between(before, content),
        coverage=coverage_of(content, date.today(), _untranslated(loaded)),
    )


def _untranslated(loaded: Loaded) -> int:
    return sum("has no “" in problem.message for problem in loaded.problems)


def publish(home: Path, deed: Deed = OPERATOR) -> Published:
    """Publish the content files as they are.

    Raises ContentRefused, NothingToPublish or StoreUnavailable; then nothing has changed, or the
    release is in the database and the next command puts it in force.
    """
    place = home_at(home)
    content = _accepted(loaded_content(place))
    with alone(place.folder):
        upgrade(place.database_url)
        mend(place)
        return publish_content(place, content, deed)


def undo(home: Path, deed: Deed = OPERATOR) -> Published:
    """Put the release before the one in force back. Raises NothingToUndo or StoreUnavailable."""
    place = home_at(home)
    with alone(place.folder):
        upgrade(place.database_url)
        mend(place)
        before = content_in_force(place)
        with unit_of_work(place.database_url) as session:
            catalog.step_back(session, deed)
        name = mend(place) or ""
        return Published(name, changes_between(before, content_in_force(place)))


def publish_content(place: Home, content: Content, deed: Deed) -> Published:
    """Publish content while holding the lock. Raises NothingToPublish or StoreUnavailable."""
    before = content_in_force(place)
    document = encoded(content)
    digest = digest_of(document)
    with unit_of_work(place.database_url) as session:
        now = catalog.current(session)
        if now is not None and now.digest == digest:
            raise NothingToPublish(release_id(now.id, now.digest))
        release = catalog.add_release(session, content, digest, deed)
        if deed.also:
            deed.also(session, Made(release, before, content))
        number, published_at = release.id, release.published_at.isoformat()
    name = release_id(number, digest)
    shelve(place, name, document_of(number, published_at, document))
    point_to(place, name)
    return Published(name, changes_between(before, content))


def loaded_content(place: Home) -> Loaded:
    """Read the content files, with sites put on the map and every place looked up on it."""
    return load(place.content, locator(), gazetteer=Gazetteer.open())


def content_in_force(place: Home) -> Content:
    """Return what is published; nothing at all before the first release."""
    try:
        return read_release(place.folder, read_pointer(place.folder)).content
    except CatalogUnavailable:
        return Content()


def _accepted(loaded: Loaded) -> Content:
    if loaded.errors:
        raise ContentRefused(loaded.errors)
    return loaded.content
