"""What somebody of the staff may do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role holds everything of the roles before it."""

    EDITOR = "editor"  # looks at everything and writes drafts
    PUBLISHER = "publisher"  # puts drafts in force, and takes releases back
    ADMIN = "admin"  # says who may do what

    @property
    def rank(self) -> int:
        """Return its place, from 0."""
        return list(Role).index(self)

    def covers(self, least: Role) -> bool:
        """Tell whether somebody of this role may do what asks for the other at least."""
        return self.rank >= least.rank
