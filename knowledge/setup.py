"""Brings an installation's knowledge to this version: tables, files, and what ships with it.

Until an operator publishes or takes back something, a start publishes the content files as they
are, so that a newer checkout brings its newer facts. From then on only the operator publishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from knowledge.database import unit_of_work, upgrade
from knowledge.documents import digest_of, encoded
from knowledge.home import Home, home_at
from knowledge.problems import ContentRefused
from knowledge.publishing import catalog
from knowledge.publishing.acts import loaded_content, publish_content
from knowledge.publishing.deed import SHIPPED
from knowledge.publishing.lock import alone
from knowledge.publishing.shelving import mend

State = Literal["first", "upgraded", "unchanged", "kept", "refused"]
NOTES: dict[State, str] = {
    "first": "the content files were published as the first release",
    "upgraded": "the content files changed and were published as a new release",
    "unchanged": "the content files say what is published",
    "kept": (
        "the content files differ from what you published, which stays in force:"
        " `pathways kb check` shows the difference, `pathways kb publish` takes the files"
    ),
    "refused": (
        "the content files changed but cannot be published; the last release stays in force:"
        " `pathways kb check` shows what to mend"
    ),
}


@dataclass(frozen=True)
class Prepared:
    """The release in force after a start, and how it came to be."""

    release: str
    state: State

    @property
    def note(self) -> str:
        """Say in a sentence what the start did."""
        return NOTES[self.state]


def prepare(home: Path) -> Prepared:
    """Create or upgrade the knowledge of an installation. Running it again changes nothing.

    Raises ContentRefused when nothing was ever published and the files cannot be, and
    StoreUnavailable when the database or the disk does not answer.
    """
    place = home_at(home)
    with alone(place.folder):
        upgrade(place.database_url)
        return _in_step_with_files(place, mend(place))


def _in_step_with_files(place: Home, current: str | None) -> Prepared:
    loaded = loaded_content(place)
    if loaded.errors:
        if current is None:
            raise ContentRefused(loaded.errors)
        return Prepared(current, "refused")
    if current is None:
        return Prepared(publish_content(place, loaded.content, SHIPPED).release, "first")
    digest = digest_of(encoded(loaded.content))
    with unit_of_work(place.database_url) as session:
        now = catalog.current(session)
        same = now is not None and now.digest == digest
        operated = catalog.last_origin(session) == "operator"
    if same or operated:
        return Prepared(current, "unchanged" if same else "kept")
    return Prepared(publish_content(place, loaded.content, SHIPPED).release, "upgraded")
