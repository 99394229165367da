"""Content as JSON and back: the form in which a release is stored and read. It touches no files.

The form is canonical (sorted keys, nothing left to chance), so equal content has equal bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from knowledge.content import Content, Occupation, WageTable
from matching.program import (
    Figure,
    Group,
    Ladder,
    Leaf,
    Move,
    Program,
    Requirement,
    Rung,
    ServiceArea,
    Site,
    Source,
    Term,
)

FORMAT = 1  # of the content part; raised when an older reader could misread it
Json = dict[str, Any]
Record = TypeVar("Record")


def encoded(content: Content) -> bytes:
    """Write content in its one canonical form."""
    plain = {
        "programs": [plain_of(content.programs[name]) for name in sorted(content.programs)],
        "ladders": [plain_of(content.ladders[name]) for name in sorted(content.ladders)],
        "occupations": [plain_of(content.occupations[soc]) for soc in sorted(content.occupations)],
        "wages": plain_of(content.wages) if content.wages else None,
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest_of(encoded_content: bytes) -> str:
    """Name content by what it says."""
    return hashlib.sha256(encoded_content).hexdigest()


def decoded(plain: Json) -> Content:
    """Build content from its JSON form."""
    wages = plain["wages"]
    return Content(
        programs={item["id"]: program_from(item) for item in plain["programs"]},
        ladders={item["id"]: ladder_from(item) for item in plain["ladders"]},
        occupations={item["soc"]: occupation_from(item) for item in plain["occupations"]},
        wages=wages_from(wages) if wages else None,
    )


def plain_of(value: Any) -> Any:
    """Turn a record into plain JSON, leaving out what stands at its default."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: plain_of(getattr(value, name))
            for name, default in _defaults(type(value))
            if default is MISSING or getattr(value, name) != default
        }
    if isinstance(value, Mapping):
        return {str(key): plain_of(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_of(inner) for inner in value]
    return value


@cache
def _defaults(record: type) -> tuple[tuple[str, Any], ...]:
    def default(item: Field[Any]) -> Any:
        made = item.default_factory
        return made() if made is not MISSING else item.default

    return tuple((item.name, default(item)) for item in fields(record))


def program_from(plain: Json) -> Program:
    """Build a program from its JSON form."""
    return _built(
        Program,
        plain,
        sources=lambda items: tuple(Source(**item) for item in items),
        sites=lambda items: tuple(Site(**item) for item in items),
        requirements=lambda items: tuple(requirement_from(item) for item in items),
        figures=lambda items: tuple(Figure(**item) for item in items),
        serves=lambda item: _built(ServiceArea, item),
        cost=lambda item: Term(**item),
        pay_while_training=lambda item: Term(**item),
        length=lambda item: Term(**item),
        opening_hours=lambda item: Term(**item),
    )


def requirement_from(plain: Json) -> Requirement:
    """Build a requirement tree from its JSON form."""
    if "mode" not in plain:
        return Leaf(**plain)
    return _built(
        Group, plain, children=lambda items: tuple(requirement_from(item) for item in items)
    )


def ladder_from(plain: Json) -> Ladder:
    """Build a ladder from its JSON form."""
    return _built(
        Ladder,
        plain,
        rungs=lambda items: tuple(rung_from(item) for item in items),
        moves=lambda items: tuple(Move(**item) for item in items),
        sources=lambda items: tuple(Source(**item) for item in items),
    )


def rung_from(plain: Json) -> Rung:
    """Build a rung from its JSON form."""
    return _built(Rung, plain, needs_to_enter=lambda items: tuple((text, at) for text, at in items))


def occupation_from(plain: Json) -> Occupation:
    """Build an occupation from its JSON form."""
    return _built(
        Occupation,
        plain,
        aliases=lambda item: {language: tuple(names) for language, names in item.items()},
    )


def wages_from(plain: Json) -> WageTable:
    """Build a wage table from its JSON form."""
    return _built(
        WageTable,
        plain,
        source=lambda item: Source(**item),
        rows=lambda item: {
            soc: {area: tuple(row) for area, row in areas.items()} for soc, areas in item.items()
        },
    )


def _built(record: Callable[..., Record], plain: Json, **parts: Callable[[Any], Any]) -> Record:
    """Call a record with its parts rebuilt and its plain lists as tuples."""
    values = {}
    for name, value in plain.items():
        if name in parts:
            values[name] = parts[name](value)
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return record(**values)
