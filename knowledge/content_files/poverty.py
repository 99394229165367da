"""The federal poverty guidelines: one file an operator renews each year, handed to the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Annotated, Any

from knowledge.content_files.complaints import shaped
from knowledge.content_files.fields import Shape, between
from knowledge.content_files.folder import Folder
from knowledge.content_files.program_shape import SourceShape
from matching.program import Group, Leaf, Program, Requirement, Source, leaves_of

PERCENT = "max_percent_fpl"
Usd = Annotated[int, between(1, 1_000_000)]


class LineShape(Shape):
    """The poverty line of one region, whole dollars a year."""

    first_usd: Usd
    each_more_usd: Usd


class PovertyShape(Shape):
    """The guidelines of one year."""

    year: Annotated[int, between(2000, 2200)]
    contiguous: LineShape
    AK: LineShape
    HI: LineShape
    source: SourceShape


def guidelines_in(found: Folder, path: FilePath) -> PovertyShape | None:
    """Read the guidelines; without the file every rule by percent stays unknown."""
    written = found.written(path) if path.is_file() else None
    if written is None:
        return None
    shape, complaints = shaped(written, PovertyShape)
    found.note(path, complaints)
    return shape


def with_poverty_lines(
    programs: Mapping[str, Program], guidelines: PovertyShape | None
) -> dict[str, Program]:
    """Give each rule by percent the lines it is measured against, and its program their source."""
    if guidelines is None:
        return dict(programs)
    return {name: _with_lines(program, guidelines) for name, program in programs.items()}


def _with_lines(program: Program, guidelines: PovertyShape) -> Program:
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    if not any(PERCENT in leaf.rule for leaf in leaves):
        return program
    source = Source(**guidelines.source.model_dump())
    lines = guidelines.model_dump(exclude={"source"})
    measured = {**lines, "source": len(program.sources)}
    requirements = tuple(_measured(entry, measured) for entry in program.requirements)
    return replace(program, requirements=requirements, sources=(*program.sources, source))


def _measured(requirement: Requirement, lines: Mapping[str, Any]) -> Requirement:
    if isinstance(requirement, Group):
        children = tuple(_measured(child, lines) for child in requirement.children)
        return replace(requirement, children=children)
    if PERCENT not in requirement.rule:
        return requirement
    return _leaf_with(requirement, lines)


def _leaf_with(leaf: Leaf, lines: Mapping[str, Any]) -> Leaf:
    return replace(leaf, rule={**leaf.rule, "poverty_line": dict(lines)})
