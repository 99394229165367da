"""One reader for all tests of understanding: it takes a second to make."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

import pytest

from understanding.reader import Reader
from understanding.reading import Awaiting, Context, Reading

TODAY = date(2026, 11, 23)


class Read(Protocol):
    def __call__(
        self, text: str, asked: str | None = None, profile: dict[str, Any] | None = None
    ) -> Reading: ...


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Read a text as said today, in answer to a field asked for, by someone known."""

    def reading(
        text: str, asked: str | None = None, profile: dict[str, Any] | None = None
    ) -> Reading:
        awaiting = Awaiting("field", asked) if asked else None
        return reader.read(text, Context(awaiting=awaiting, today=TODAY, profile=profile or {}))

    return reading
