"""The shipped content, read once for all tests of this folder."""

from __future__ import annotations

import pytest

from knowledge.content import Content
from knowledge.content_files import Loaded, load
from knowledge.home import SHIPPED
from knowledge.release import Release


@pytest.fixture(scope="session")
def shipped_files() -> Loaded:
    return load(SHIPPED)


@pytest.fixture(scope="session")
def content(shipped_files: Loaded) -> Content:
    return shipped_files.content


@pytest.fixture(scope="session")
def shipped(content: Content) -> Release:
    return Release("1-shipped", 1, "2026-11-23T12:00:00+00:00", "", content)
