"""What a person sent, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Said:
    """One message or one pressed button."""

    session: str | None = None  # the secret; None begins a talk
    message_id: str | None = None  # the sender's own id; the same one again is the same message
    text: str = ""
    choice: str | None = None  # id of a quick reply
    language: str | None = None  # BCP 47; what the page is set to


class UnknownSession(Exception):
    """No talk has this secret."""


class UnknownChoice(Exception):
    """This talk never offered that button."""


class UnknownMessage(Exception):
    """This talk holds no answered message of that id."""


class NotTheLast(Exception):
    """Only the last answered message of a talk can be taken back."""


class TurnOvertaken(Exception):
    """Another message of the same talk was answered meanwhile; read the state again."""


Meaning = dict[str, Any]
