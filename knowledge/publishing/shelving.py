"""Brings the release files in line with the database, which is the one that knows.

A crash between the commit and the pointer leaves the files behind; the next prepare, publish or
undo catches them up.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from knowledge import models
from knowledge.database import unit_of_work
from knowledge.documents import digest_of, encoded
from knowledge.home import Home
from knowledge.problems import CatalogUnavailable, StoreUnavailable
from knowledge.publishing import catalog
from knowledge.publishing.durable import write_durably
from knowledge.shelf import (
    FOLDER,
    document_of,
    document_path,
    is_whole,
    pointer_path,
    read_pointer,
    release_id,
)
from knowledge.storing import content_of


def mend(home: Home) -> str | None:
    """Make the files say what the database says; return the release in force, if there is one."""
    _clear_halves(home)
    with unit_of_work(home.database_url) as session:
        release = catalog.current(session)
        if release is None:
            return None
        name = release_id(release.id, release.digest)
        document = None if is_whole(home.folder, name) else _rebuilt(session, release)
        name = release_id(release.id, release.digest)
        number, published_at = release.id, release.published_at.isoformat()
    if document is not None:
        shelve(home, name, document_of(number, published_at, document))
    point_to(home, name)
    return name


def _clear_halves(home: Home) -> None:
    """Remove what a killed process left half written; the lock keeps everyone else out."""
    for half in (home.folder / FOLDER).glob(".*.half"):
        half.unlink(missing_ok=True)


def _rebuilt(session: Session, release: models.Release) -> bytes:
    """Write a release's content anew; a newer version may write the same content differently."""
    content = encoded(content_of(session, release))
    release.digest = digest_of(content)
    return content


def shelve(home: Home, name: str, document: bytes) -> None:
    """Put a release document where readers find it. Raises StoreUnavailable."""
    try:
        write_durably(document_path(home.folder, name), document)
    except OSError as error:
        raise StoreUnavailable(_unwritten(error)) from error


def point_to(home: Home, name: str) -> None:
    """Put a release in force for readers, unless it is. Raises StoreUnavailable."""
    if _pointed_to(home) == name:
        return
    try:
        write_durably(pointer_path(home.folder), f"{name}\n".encode("ascii"))
    except OSError as error:
        raise StoreUnavailable(_unwritten(error)) from error


def _pointed_to(home: Home) -> str | None:
    try:
        return read_pointer(home.folder)
    except CatalogUnavailable:
        return None


def _unwritten(error: OSError) -> str:
    return f"the release could not be written to disk ({error.strerror}); run the command again"
