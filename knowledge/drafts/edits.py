"""What an edit is, and what it may be refused for. Plain values.

KnowledgeError
├── EditedMeanwhile      somebody else changed the record since it was opened
├── ChangedSincePreview  what would be published is not what was looked at
├── NotReady             an edit has something to mend, or was made on another state
└── NeedsAnother         who wrote an edit may not publish it
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from knowledge.content import Content
from knowledge.content_files.writing import FilledIn, ladder_document, program_document
from knowledge.documents import plain_of
from knowledge.problems import KnowledgeError
from matching.program import Ladder, Program

Json = dict[str, Any]
Kind = Literal["program", "ladder"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NOTHING = ""  # the digest of a record that is not there


@dataclass(frozen=True)
class Edit:
    """What waits to be published of one record."""

    kind: Kind
    record_id: str
    document: Json | None  # in the shape of its file; None: the record goes
    seen: str  # digest of the record it changes; NOTHING: a new one
    by: str  # a login
    at: datetime
    why: str

    @property
    def label(self) -> str:
        """Name the record, such as `program wrtp-big-step`."""
        return f"{self.kind} {self.record_id}"

    @property
    def digest(self) -> str:
        """Name the edit by what it says."""
        return digest_of_edit(self.document)


@dataclass(frozen=True)
class NewEdit:
    """An edit to be kept. `shown` is the digest of the waiting edit it was made on, if any."""

    kind: Kind
    record_id: str
    document: Json | None
    seen: str
    shown: str
    by: str
    why: str


class EditedMeanwhile(KnowledgeError):
    """The record was changed since it was opened; nothing was kept."""

    def __init__(self, waiting: Edit | None) -> None:
        super().__init__("the record was changed since you opened it")
        self.waiting = waiting


class ChangedSincePreview(KnowledgeError):
    """The release in force or an edit is not what the preview showed; nothing was published."""


class NotReady(KnowledgeError):
    """Edits that cannot be published as they are."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.labels = tuple(labels)
        super().__init__(f"mend these first: {', '.join(self.labels)}")


class NeedsAnother(KnowledgeError):
    """A second person has to publish these."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.labels = tuple(labels)
        super().__init__(f"somebody else has to publish: {', '.join(self.labels)}")


def digest_of_edit(document: Json | None) -> str:
    """Name a waiting document by what it says; a removal has a digest too."""
    return _digest(document)


def digest_in(content: Content, kind: Kind, record_id: str) -> str:
    """Name a record in force by what it says."""
    record = record_in(content, kind, record_id)
    return _digest(plain_of(record)) if record else NOTHING


def record_in(content: Content, kind: Kind, record_id: str) -> Program | Ladder | None:
    """Return a record; None when there is none."""
    if kind == "program":
        return content.programs.get(record_id)
    return content.ladders.get(record_id)


def document_of(record: Program | Ladder | None, left: FilledIn) -> Json | None:
    """Write a record as its document."""
    if record is None:
        return None
    if isinstance(record, Program):
        return program_document(record, left)
    return ladder_document(record)


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
