"""Rules that several programs ask word for word, such as a law: written once, under rules/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Annotated

from pydantic import Field

from knowledge.content_files.complaints import shaped
from knowledge.content_files.fields import Identifier, Shape
from knowledge.content_files.folder import Folder
from knowledge.content_files.nearest import closest
from knowledge.content_files.program_checks import citation_faults
from knowledge.content_files.program_shape import RequirementShape, SourceShape
from knowledge.content_files.programs import source_from
from knowledge.content_files.requirement_checks import Finding, faults_in
from knowledge.content_files.requirements import requirements_of
from knowledge.problems import Problem
from matching.program import Group, Leaf, Program, Requirement, Source, leaves_of

SAME_AS = "same_as"


class SharedRuleShape(Shape):
    """One rule and who vouches for it."""

    id: Identifier
    requirement: RequirementShape
    sources: Annotated[list[SourceShape], Field(min_length=1)]


@dataclass(frozen=True)
class SharedRule:
    """A rule that programs point at. Its sources count from 0."""

    requirement: Requirement
    sources: tuple[Source, ...]


def shared_rules(found: Folder) -> dict[str, SharedRule]:
    """Read every rule under rules/ by id, and note what is wrong with it."""
    rules: dict[str, SharedRule] = {}
    for path in found.files("rules/**/*.yml"):
        shape = _read(found, path)
        if shape is not None:
            [requirement] = requirements_of(shape.id, [shape.requirement])
            rules[shape.id] = SharedRule(requirement, tuple(map(source_from, shape.sources)))
    return rules


def _read(found: Folder, path: FilePath) -> SharedRuleShape | None:
    written = found.written(path)
    if written is None:
        return None
    shape, complaints = shaped(written, SharedRuleShape)
    found.note(path, complaints)
    if shape is None or not found.checked(path, written, shape, _faults(shape)):
        return None
    return shape if found.place(path, written, f"rule {shape.id}", ()) else None


def _faults(shape: SharedRuleShape) -> Iterator[Finding]:
    yield from faults_in(shape.requirement, ("requirement",))
    yield from citation_faults(shape.requirement, ("requirement",), len(shape.sources))


def with_shared_rules(found: Folder, rules: Mapping[str, SharedRule]) -> dict[str, Program]:
    """Put each shared rule where a program points at it; a rule that is not there is a problem."""
    for name, program in found.programs.items():
        for leaf in _pointing(program):
            if leaf.rule[SAME_AS] not in rules:
                _note_missing(found, name, str(leaf.rule[SAME_AS]), rules)
    return {name: _expanded(program, rules) for name, program in found.programs.items()}


def _pointing(program: Program) -> list[Leaf]:
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    return [leaf for leaf in leaves if SAME_AS in leaf.rule]


def _note_missing(found: Folder, owner: str, wanted: str, rules: Mapping[str, SharedRule]) -> None:
    file, written, at = found.where[owner]
    near = closest(wanted, rules)
    advice = f"did you mean `{near}`?" if near else "write the id of a file under rules/"
    path = (*at, "requirements")
    message = f"“{wanted}” is not a shared rule: {advice}"
    found.problems.append(Problem(file, written.line_of(path), ".".join(map(str, path)), message))


def _expanded(program: Program, rules: Mapping[str, SharedRule]) -> Program:
    """Take the rules in, and the sources of each once."""
    sources = program.sources
    starts: dict[str, int] = {}
    for leaf in _pointing(program):
        name = str(leaf.rule[SAME_AS])
        if name in rules and name not in starts:
            starts[name] = len(sources)
            sources = (*sources, *rules[name].sources)
    if not starts:
        return program
    requirements = tuple(_taken_in(one, rules, starts) for one in program.requirements)
    return replace(program, requirements=requirements, sources=sources)


def _taken_in(
    requirement: Requirement, rules: Mapping[str, SharedRule], starts: Mapping[str, int]
) -> Requirement:
    if isinstance(requirement, Group):
        children = tuple(_taken_in(child, rules, starts) for child in requirement.children)
        return replace(requirement, children=children)
    name = str(requirement.rule.get(SAME_AS))
    if name not in starts:
        return requirement
    return _in_place_of(requirement, rules[name].requirement, starts[name])


def _in_place_of(leaf: Leaf, shared: Requirement, start: int) -> Requirement:
    """Put a shared rule where a condition points at it: its place, name and words stay."""
    moved = _moved(shared, (shared.id, leaf.id), start, bool(leaf.rule.get("preferred")))
    return replace(moved, text=leaf.text or shared.text, track=leaf.track)


def _moved(shared: Requirement, names: tuple[str, str], start: int, wanted: bool) -> Requirement:
    """Rename a rule and all under it, and let its sources count from where they now stand."""
    old, new = names
    name, source = new + shared.id.removeprefix(old), shared.source + start
    if isinstance(shared, Group):
        children = tuple(_moved(child, names, start, wanted) for child in shared.children)
        return replace(shared, id=name, source=source, children=children)
    rule = {**shared.rule, "preferred": True} if wanted else shared.rule
    return replace(shared, id=name, source=source, rule=rule)
