"""Who does something to what is published, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from knowledge import models
from knowledge.content import Content


@dataclass(frozen=True)
class Made:
    """A release while it is made: its row, what was in force, and what will be."""

    release: models.Release
    before: Content
    after: Content


Also = Callable[[Session, Made], None]


@dataclass(frozen=True)
class Deed:
    """`also` runs in the transaction that makes a release: both are kept, or neither."""

    origin: str  # shipped: came with a checkout; operator
    who: str | None = None  # a login; None: not told
    why: str | None = None
    also: Also | None = None


SHIPPED = Deed("shipped")
OPERATOR = Deed("operator")
