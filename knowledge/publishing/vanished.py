"""Finds published records that the content files no longer hold. Ids are for good."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.content import Content
from knowledge.content_files import Loaded
from knowledge.problems import Problem


def vanished(before: Content, loaded: Loaded) -> Iterator[Problem]:
    """Warn of programs and ladders whose file is gone or whose id changed."""
    now = loaded.content
    for name in sorted(before.programs.keys() - now.programs.keys() - loaded.broken):
        title = before.programs[name].name["en"]
        mend = "bring it back; if it has ended, set status: closed instead"
        yield _gone("programs", name, title, mend)
    for name in sorted(before.ladders.keys() - now.ladders.keys() - loaded.broken):
        title = before.ladders[name].name["en"]
        yield _gone("ladders", name, title, "bring it back under its id")


def _gone(folder: str, name: str, title: str, mend: str) -> Problem:
    message = f"“{title}” was published as {name} and is not here: ids never change; {mend}"
    return Problem(folder, 1, "id", message, "warning")
