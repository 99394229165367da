"""Where one installation keeps its knowledge: the data folder, the database, the content files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).with_name("content")
CONTENT_SETTING = "PATHWAYS_CONTENT"
DATABASE_SETTING = "PATHWAYS_KNOWLEDGE_URL"
DATABASE_FILE = "knowledge.sqlite3"


@dataclass(frozen=True)
class Home:
    """The three places. Read from the environment once, by `home_at`."""

    folder: Path
    content: Path  # the files an operator edits
    database_url: str


def home_at(folder: Path) -> Home:
    """Find the places of the installation in a data folder."""
    database = f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"
    return Home(
        folder=folder,
        content=Path(os.environ.get(CONTENT_SETTING) or SHIPPED),
        database_url=os.environ.get(DATABASE_SETTING) or database,
    )
