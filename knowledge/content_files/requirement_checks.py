"""Checks conditions as a whole: what one value alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.content_files.hints import HINTS
from knowledge.content_files.nearest import meant
from knowledge.content_files.program_shape import RequirementShape
from knowledge.content_files.rule_keys import KINDS_BY_ABOUT
from knowledge.content_files.yaml_text import Path

Finding = tuple[Path, str]


def faults_in(
    requirement: RequirementShape, path: Path, inherited_source: int | None = None
) -> Iterator[Finding]:
    """Find what is wrong with a condition and with every condition under it."""
    source = requirement.source if requirement.source is not None else inherited_source
    if requirement.modes:
        yield from _group_faults(requirement, path, source)
    else:
        yield from _leaf_faults(requirement, path, source)
    for number, waiver in enumerate(requirement.waived_by or ()):
        yield from faults_in(waiver, (*path, "waived_by", number), source)


def _group_faults(group: RequirementShape, path: Path, source: int | None) -> Iterator[Finding]:
    mode = group.modes[0]
    if len(group.modes) > 1:
        yield path, f"has both {mode} and {group.modes[1]}: put one inside the other"
    if mode == "layers":
        yield from _layer_faults(group, path)
    if not group.children:
        yield (*path, mode), f"is empty: {HINTS[mode]}"
    if group.rule():
        key = next(iter(group.rule()))
        yield (*path, key), f"stands beside {mode}: move it into one of the conditions below"
    if group.text is None:
        yield (*path, "text"), f"is missing: {HINTS['text']}"
    for number, child in enumerate(group.children):
        yield from faults_in(child, (*path, mode, number), source)


def _layer_faults(group: RequirementShape, path: Path) -> Iterator[Finding]:
    for number, layer in enumerate(group.children):
        placed = layer.in_states or layer.in_counties or layer.in_cities
        at = (*path, "layers", number)
        if layer.modes:
            yield at, "is a group: write each layer as one condition"
        if number == 0 and placed:
            yield at, "is the first layer and holds everywhere: take its places away"
        if number and not placed:
            yield (*at, "in_states"), f"is missing: {HINTS['in_states']}"


def _leaf_faults(leaf: RequirementShape, path: Path, source: int | None) -> Iterator[Finding]:
    if leaf.about is None:
        yield (*path, "about"), f"is missing: {HINTS['about']}"
    if leaf.text is None:
        yield (*path, "text"), f"is missing: {HINTS['text']}"
    if source is None:
        yield (*path, "source"), f"is missing: {HINTS['source']}"
    if leaf.kind is not None and leaf.about is not None:
        kinds = KINDS_BY_ABOUT.get(leaf.about, ())
        if leaf.kind not in kinds:
            yield (*path, "kind"), _kind_fault(leaf.kind, leaf.about, kinds)
    oldest, youngest = leaf.max_age, leaf.start_at or leaf.apply_at
    if oldest is not None and youngest is not None and oldest < youngest:
        yield (*path, "max_age"), f"“{oldest}” is below the youngest age {youngest}: swap them"


def _kind_fault(kind: str, about: str, kinds: tuple[str, ...]) -> str:
    if not kinds:
        return f"“{kind}” does not go with about: {about}: write about: license or about: test"
    return f"“{kind}” is not a kind of {about}: {meant(kind, kinds)}"
