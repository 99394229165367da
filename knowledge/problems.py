"""What can be wrong with content, in words an operator can act on. It knows no file formats.

KnowledgeError
├── CatalogUnavailable   no release can be read
├── ContentRefused       the files have problems, listed in `problems`
├── NothingToPublish     the files say what the current release says
├── NothingToUndo        no earlier release to go back to
└── StoreUnavailable     the database does not answer, or is of a newer version
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands, and what to write instead."""

    file: str  # path below the content folder
    line: int  # counted from 1
    field: str  # requirements.0.min_level; empty: the whole file
    message: str
    severity: str = "error"  # error: cannot be published; warning: can

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        mark = "warning: " if self.severity == "warning" else ""
        return (
            f"{where}, {mark}{self.field}: {self.message}"
            if self.field
            else (f"{where}: {mark}{self.message}")
        )


class KnowledgeError(Exception):
    """Anything that keeps the knowledge base from doing what was asked."""


class CatalogUnavailable(KnowledgeError):
    """No release can be read just now."""


class ContentRefused(KnowledgeError):
    """The content files cannot be published as they are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the content files")
        self.problems = tuple(problems)


class NothingToPublish(KnowledgeError):
    """The content files say what the current release already says."""

    def __init__(self, release: str) -> None:
        super().__init__(f"nothing to publish: the files say what release {release} says")
        self.release = release


class NothingToUndo(KnowledgeError):
    """There is no release before the current one."""


class StoreUnavailable(KnowledgeError):
    """The knowledge database cannot be used."""
