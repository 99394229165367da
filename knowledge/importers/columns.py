"""The flat template: one row a program. Each column says where its value stands in a document.

The example, the data dictionary, import and export are all made from this one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from knowledge.content_files.fields import STATES, Kind, SourceKind, Status
from knowledge.content_files.program_shape import Schedule, Support
from matching.profile import LEVELS, SECTORS

Check = Callable[[str], object]  # something true for text that fits
Path = tuple[str | int, ...]
BETWEEN = ";"  # stands between the entries of a list


@dataclass(frozen=True)
class Column:
    """One column. A cell that is empty means that nothing is said."""

    name: str
    path: Path
    kind: str  # text, number, list, yes
    fits: Check
    hint: str  # what to write
    example: str
    needed: bool = False


def _form(pattern: str) -> Check:
    return re.compile(pattern, re.DOTALL).fullmatch


def _each(fits: Check) -> Check:
    return lambda cell: all(fits(part.strip()) for part in cell.split(BETWEEN))


def _either(words: tuple[str, ...]) -> str:
    return f"write one of {', '.join(words)}"


def _words(name: str, hint: str, examples: tuple[str, str], needed: bool = False) -> list[Column]:
    """Make a column for each language of a text that people read."""
    path = WHERE.get(name, (name,))
    return [
        Column(f"{name}_{language}", (*path, language), "text", TEXT, hint, example,
               needed and language == "en")
        for language, example in zip(("en", "es"), examples, strict=True)
    ]  # fmt: skip


def _listed(name: str, words: tuple[str, ...], example: str) -> Column:
    hint = f"write one or more of {', '.join(words)}, with ; between them"
    return Column(name, (name,), "list", _each(frozenset(words).__contains__), hint, example)


def _chosen(name: str, path: Path, words: tuple[str, ...], example: str) -> Column:
    return Column(name, path, "text", frozenset(words).__contains__, _either(words), example, True)


WHERE: dict[str, Path] = {
    "cost": ("cost", "text"),
    "pay": ("pay_while_training", "text"),
    "length": ("length", "text"),
    "opening_hours": ("opening_hours", "text"),
}
TEXT = _form(r"[^\x00-\x08\x0b-\x1f\x7f]{1,6000}")
SHORT = _form(r"[^\x00-\x1f\x7f]{1,300}")
ID = _form(r"[a-z0-9]+(-[a-z0-9]+)*")
WEB = _form(r"https?://[^\s/?#@\"'<>]+[^\s\"<>]{0,900}")
WHOLE = _form(r"0|[1-9]\d{0,7}")
DATE = _form(r"\d{4}(-\d{2}(-\d{2})?)?")
SITE: Path = ("sites", 0)
SOURCE: Path = ("sources", 0)
SENTENCE = "write one or two plain sentences"
ENTRIES = "write entries with ; between them"

COLUMNS: tuple[Column, ...] = (
    Column("id", ("id",), "text", ID,
           "write lower-case words joined by hyphens, such as high-step", "high-step", True),
    Column("part_of", ("part_of",), "text", ID,
           "write the id of the larger program, or nothing", ""),
    *_words("name", "write the name people know", ("High Step", "High Step"), True),
    *_words("full_name", "write the full name", ("", "")),
    Column("aliases", ("aliases",), "list", _each(SHORT), ENTRIES, "HSP; High Step Project"),
    *_words("sponsor", "write who runs it", ("City Trades Council", "Consejo de Oficios")),
    _chosen("kind", ("kind",), get_args(Kind), "pre_apprenticeship"),
    _chosen("status", ("status",), get_args(Status), "active"),
    _listed("sectors", SECTORS, "construction"),
    Column("occupations", ("occupations",), "list", _each(_form(r"\d\d-\d{4}")),
           "write occupation codes such as 47-2111, with ; between them", "47-2111"),
    *_words("summary", SENTENCE, ("It teaches the basics of building trades.",
                                  "Enseña lo básico de los oficios."), True),
    Column("states", ("serves", "states"), "list", _each(STATES.__contains__),
           "write two letters such as WI, with ; between them", "WI; IL"),
    Column("city", (*SITE, "city"), "text", SHORT, "write the city", "Milwaukee"),
    Column("state", (*SITE, "state"), "text", STATES.__contains__,
           "write two letters such as WI", "WI"),
    Column("zip", (*SITE, "zip"), "text", _form(r"\d{5}"),
           "write five digits such as 02134; keep the zero in front", "53212"),
    Column("address", (*SITE, "address"), "text", SHORT, "write street and number", ""),
    Column("min_age", ("rule", "age"), "number", _form(r"[1-9]\d"),
           "write whole years such as 18", "18"),
    Column("min_education", ("rule", "education"), "text", frozenset(LEVELS).__contains__,
           _either(LEVELS), "high_school"),
    Column("driver_license", ("rule", "license"), "yes", "yes".__eq__,
           "write yes, or nothing", "yes"),
    Column("cost_usd", ("cost", "usd"), "number", WHOLE,
           "write a number such as 1250, or 0 if it is free", "0"),
    *_words("cost", "write what it costs, as people read it", ("Free", "Gratis")),
    *_words("pay", "write what it pays while people train", ("", "")),
    Column("weeks", ("length", "weeks"), "number", _form(r"0|[1-9]\d{0,2}"),
           "write whole weeks such as 12", "12"),
    *_words("length", "write how long it takes", ("12 weeks", "12 semanas")),
    _listed("schedule", get_args(Schedule), "day; evening"),
    _listed("supports", get_args(Support), "transport"),
    Column("credentials", ("credentials",), "list", _each(SHORT), ENTRIES, "OSHA 10"),
    *_words("how_to_apply", SENTENCE, ("Call or come by.", "Llama o ven.")),
    Column("url", ("url",), "text", WEB,
           "write a web address that begins with https://, such as https://example.org",
           "https://example.org"),
    Column("phone", ("phone",), "text", _form(r"[2-9]11|988|[0-9A-Z+() .\-]{7,40}(x[0-9]+)?"),
           "write a number such as 414-555-0100", "414-555-0100"),
    *_words("notes", SENTENCE, ("", "")),
    Column("source_title", (*SOURCE, "title"), "text", SHORT, "write who says so",
           "High Step: our program", True),
    Column("source_url", (*SOURCE, "url"), "text", WEB,
           "write a web address that begins with https://", "https://example.org/program"),
    Column("source_as_of", (*SOURCE, "as_of"), "text", DATE,
           "write the day it was true, such as 2026-03-15, 2026-03 or 2026", "2026-03"),
    _chosen("source_kind", (*SOURCE, "kind"), get_args(SourceKind), "official"),
    Column("verified_on", (*SOURCE, "verified_on"), "text", _form(r"\d{4}-\d{2}-\d{2}"),
           "write the day somebody looked, such as 2026-03-15", ""),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}
