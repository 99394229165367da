"""How releases, records and problems are written in a terminal. It decides and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from knowledge.cards import ladder_card, program_record
from knowledge.problems import Problem
from knowledge.publishing import Changes
from knowledge.reader import Release
from matching.program import in_language

Json = dict[str, Any]
INDENT = "  "


def listed(release: Release, language: str) -> Json:
    """Describe a release and name its programs."""
    programs = [
        {
            "id": program.id,
            "name": in_language(program.name, language),
            "kind": program.kind,
            "status": program.status,
            "part_of": program.part_of,
        }
        for program in release.programs.values()
    ]
    return {
        "release": release.id,
        "published_at": release.published_at,
        "programs": programs,
        "ladders": sorted(release.ladders),
    }


def list_lines(found: Json) -> list[str]:
    """Write a list of programs."""
    width = max((len(program["id"]) for program in found["programs"]), default=0)
    return [
        f"Release {found['release']}, published {found['published_at']}",
        *(
            f"{program['id']:<{width}}  {program['kind']:<19} {program['status']:<8}"
            f" {program['name']}"
            for program in found["programs"]
        ),
        f"{len(found['programs'])} programs, {len(found['ladders'])} ladders",
    ]


def record_of(release: Release, record: str, language: str) -> Json | None:
    """Find a program or a ladder; None when the release holds neither."""
    if record in release.programs:
        return program_record(release.programs[record], release, language)
    if record in release.ladders:
        return ladder_card(release.ladders[record], release, language)
    return None


def record_lines(record: Json) -> list[str]:
    """Write a record key by key; what is not stated is left out."""
    return list(_lines(record, ""))


def _lines(value: Json, indent: str) -> Iterator[str]:
    for key, inner in value.items():
        if inner in (None, [], {}):
            continue
        if isinstance(inner, dict):
            yield f"{indent}{key}:"
            yield from _lines(inner, indent + INDENT)
        elif isinstance(inner, list) and isinstance(inner[0], dict):
            yield f"{indent}{key}:"
            for number, item in enumerate(inner):
                yield f"{indent}{INDENT}[{number}]"
                yield from _lines(item, indent + INDENT * 2)
        else:
            shown = ", ".join(map(str, inner)) if isinstance(inner, list) else inner
            yield f"{indent}{key}: {shown}"


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Write problems with their place, and how many there are of which kind."""
    found = list(problems)
    errors = sum(problem.severity == "error" for problem in found)
    counted = f"{errors} to mend, {len(found) - errors} to look at" if found else "No problems."
    return [*map(str, found), counted]


def change_lines(changes: Changes) -> list[str]:
    """Write which records differ."""
    if not changes:
        return ["Nothing differs from what is published."]
    marks = (("+", changes.added), ("~", changes.changed), ("-", changes.removed))
    return [f"{mark} {name}" for mark, names in marks for name in names]
