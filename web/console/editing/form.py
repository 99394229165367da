"""What one sent form asks for: a button, and the document as it was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from knowledge.drafts.edits import Kind
from web.console.editing.inputs import SHAPES
from web.console.editing.moves import NoSuchMove, moved
from web.console.editing.typed import TooMuch, document_from
from web.shared.signing_in.guards import MAX_FIELDS

Json = dict[str, Any]
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID, LONGEST_WHY = 100, 500
PICKED = ("detail", "group", "mode")  # moves whose button takes what a list beside it says


@dataclass(frozen=True)
class Sent:
    """A form as it came. `seen` and `shown` name what it was made from."""

    pairs: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """Return the first text of a field; empty where there is none."""
        return next((text.strip() for key, text in self.pairs if key == name), "")

    def all(self, name: str) -> list[str]:
        """Return every text of a field."""
        return [text for key, text in self.pairs if key == name]

    @property
    def button(self) -> str:
        """The button that was pressed; Enter in a field only checks."""
        return self.one("do") or "check"

    @property
    def why(self) -> str:
        """Why, on one line."""
        line = " ".join(self.one("why").split())
        return "".join(sign for sign in line if sign.isprintable())[:LONGEST_WHY]

    def document(self, kind: Kind) -> Json:
        """Return the document as it was typed. Raises TooMuch."""
        return document_from(SHAPES[kind], self.pairs)

    def moved(self, document: Json) -> Json:
        """Return the document after the button that was pressed. Raises NoSuchMove."""
        name, _, where = self.button.partition(" ")
        if name in PICKED:
            return moved(document, f"{name} {where} {self.one(f'{where}.pick_{name}')}")
        return moved(document, self.button)


async def sent(request: Request) -> Sent:
    """Read the form of a request."""
    form = await request.form(max_fields=MAX_FIELDS)
    return Sent(tuple((key, text) for key, text in form.multi_items() if isinstance(text, str)))


def is_id(text: str) -> bool:
    """Say whether a text can name a record."""
    return len(text) <= LONGEST_ID and ID.fullmatch(text) is not None


__all__ = ["NoSuchMove", "Sent", "TooMuch", "is_id", "sent"]
