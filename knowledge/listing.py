"""Programs and ladders as rows of a table: searched, filtered, sorted. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.coverage import states_of
from matching.program import Program, in_language

Json = dict[str, Any]
LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Wanted:
    """Which programs, in which order. Empty: any. `state` is a two-letter code."""

    words: str = ""
    kind: str = ""
    sector: str = ""
    state: str = ""
    status: str = ""
    sort: str = "name"
    descending: bool = False


def rows_of(programs: Iterable[Program], language: str) -> list[Json]:
    """Describe each program as one row of plain values."""
    return [_row(program, language) for program in programs]


def _row(program: Program, language: str) -> Json:
    dated = [source.verified_on or source.as_of or "" for source in program.sources]
    return {
        "id": program.id,
        "name": in_language(program.name, language),
        "kind": program.kind,
        "sectors": list(program.sectors),
        "states": sorted(states_of(program)),
        "status": program.status,
        "requirements": len(program.requirements),
        "sources": len(program.sources),
        "newest_source": max(dated, default="") or None,
        "untranslated": _lacks_words(program),
    }


def _lacks_words(program: Program) -> bool:
    told = (program.name, program.summary, *(one.text for one in program.requirements))
    return any(not words.get(language) for words in told for language in LANGUAGES)


def selected(programs: Iterable[Program], wanted: Wanted, language: str) -> list[Json]:
    """Return the rows of the programs that are wanted, in the order that is wanted."""
    found = [program for program in programs if _fits(program, wanted)]
    rows = rows_of(found, language)
    key = SORTS.get(wanted.sort, SORTS["name"])
    rows.sort(key=lambda row: row["id"])
    rows.sort(key=key, reverse=wanted.descending)
    return rows


def _fits(program: Program, wanted: Wanted) -> bool:
    return (
        wanted.kind in ("", program.kind)
        and wanted.status in ("", program.status)
        and (not wanted.sector or wanted.sector in program.sectors)
        and (not wanted.state or wanted.state in sorted(states_of(program)))
        and all(word in _told(program) for word in _plain(wanted.words).split())
    )


def _told(program: Program) -> str:
    names = (*program.name.values(), *program.summary.values(), *program.aliases, program.id)
    sites = (f"{site.city} {site.state}" for site in program.sites)
    return _plain(" ".join((*names, *sites)))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


SORTS: Mapping[str, Callable[[Json], Any]] = {
    "name": lambda row: _plain(row["name"]),
    "id": lambda row: row["id"],
    "kind": lambda row: row["kind"],
    "status": lambda row: row["status"],
    "requirements": lambda row: row["requirements"],
    "newest_source": lambda row: row["newest_source"] or "",
}
