"""Import a file: look at what it would change, or publish that in one transaction."""

from __future__ import annotations

from pathlib import Path

from knowledge.content_files.coordinates import locator
from knowledge.database import upgrade
from knowledge.drafts import book
from knowledge.drafts.applying import Surroundings
from knowledge.home import home_at
from knowledge.importers.template import Order, Read, read, require_known
from knowledge.publishing.acts import Published, publish_content
from knowledge.publishing.deed import Deed
from knowledge.publishing.lock import alone
from knowledge.publishing.shelving import mend
from knowledge.reader import Library
from places.gazetteer import Gazetteer


def look(order: Order) -> Read:
    """Read a file and change nothing. Raises FileRefused or CatalogUnavailable."""
    require_known(order.format)
    return read(order, Library(order.home).current(), _around(order.home))


def take(order: Order) -> tuple[Read, Published | None]:
    """Read a file and publish what it changes; None: it changes nothing.

    Raises FileRefused, CatalogUnavailable or StoreUnavailable.
    """
    require_known(order.format)
    place, around = home_at(order.home), _around(order.home)
    with alone(place.folder):
        upgrade(place.database_url)
        mend(place)
        release = Library(order.home).current()
        found = read(order, release, around)
        if not found.edits:
            return found, None
        noting = book.noting_files(order.who, order.why, around.locate)
        deed = Deed("operator", order.who, order.why or None, noting)
        return found, publish_content(place, found.content, deed)


def _around(home: Path) -> Surroundings:
    gazetteer = Gazetteer.open()
    return Surroundings(home_at(home).content, locator(gazetteer), gazetteer)
