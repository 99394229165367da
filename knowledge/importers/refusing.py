"""What a file is refused for as a whole, and what is wrong with one of its rows.

KnowledgeError
└── FileRefused   nothing of the file was taken
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.problems import KnowledgeError

SHOWN = 60  # characters of a wrong cell that are repeated


class FileRefused(KnowledgeError):
    """The file cannot be taken as it is; nothing was written."""


@dataclass(frozen=True)
class RowFault:
    """One cell to mend."""

    line: int  # counted from 1, as an editor counts
    column: str  # empty: the whole row
    message: str

    def __str__(self) -> str:
        where = f"line {self.line}, {self.column}" if self.column else f"line {self.line}"
        return f"{where}: {self.message}"


def unfit(cell: str, hint: str) -> str:
    """Repeat what was typed, cut where it is long, and say what to write."""
    shown = cell if len(cell) <= SHOWN else cell[:SHOWN] + "…"
    return f"“{shown}” does not fit: {hint}" if cell else f"is empty: {hint}"
