"""Reads the vocabulary files: what people call places. Knows words, not where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from places.naming import key_of

VOCABULARY = Path(__file__).with_name("vocabulary")
# All values are text: to a reader that guesses types, the words NO and ON are false and true. The C
# reader is several times faster, and not part of every build of PyYAML.
READER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Nickname:
    """Another word for one or several places."""

    keys: tuple[str, ...]
    means: tuple[str, ...]  # "City, ST", "Some County, ST", a state code, or a region's name
    cued: str  # "true": counts only in capitals, after a cue, or as an answer; "strictly"


@dataclass(frozen=True)
class Region:
    """More than one place under one name."""

    name: str
    keys: tuple[str, ...]
    covers: tuple[str, ...]
    zips: tuple[str, ...]
    cued: str  # as of a nickname


@dataclass(frozen=True)
class Neighborhood:
    """A part of a city that the table does not have, or not as one."""

    name: str
    city: str
    keys: tuple[str, ...]
    zips: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    states: Mapping[str, tuple[str, ...]]  # code -> keys
    nicknames: tuple[Nickname, ...]
    regions: tuple[Region, ...]
    neighborhoods: tuple[Neighborhood, ...]

    @classmethod
    def read(cls, folder: Path = VOCABULARY) -> Lexicon:
        """Read the files of a vocabulary folder."""
        nicknames = [*read_words(folder, "nicknames"), *read_words(folder, "ambiguous")]
        return cls(
            {code: _keys(words) for code, words in read_words(folder, "states").items()},
            tuple(_nickname(row) for row in nicknames),
            tuple(_region(row) for row in read_words(folder, "regions")),
            tuple(_neighborhood(row) for row in read_words(folder, "neighborhoods")),
        )


def read_words(folder: Path, name: str) -> Any:
    """Return what one vocabulary file holds."""
    with (folder / f"{name}.yml").open("rb") as file:
        return yaml.load(file, READER)


def _keys(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(key_of(word) for word in words)


def _nickname(row: Mapping[str, Any]) -> Nickname:
    return Nickname(_keys(row["says"]), tuple(row["means"]), row.get("cued", ""))


def _region(row: Mapping[str, Any]) -> Region:
    keys = _keys([row["name"], *row["says"]])
    zips = tuple(row.get("zips", ()))
    return Region(row["name"], keys, tuple(row["covers"]), zips, row.get("cued", ""))


def _neighborhood(row: Mapping[str, Any]) -> Neighborhood:
    keys = _keys([row["name"], *row["says"]])
    return Neighborhood(row["name"], row["city"], keys, tuple(row["zips"]))
