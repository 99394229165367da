"""Turns written conditions into requirement trees with ids that stay the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from knowledge.content_files.program_shape import RequirementShape
from matching.program import Group, Leaf, Requirement


def requirements_of(
    program_id: str, written: Sequence[RequirementShape]
) -> tuple[Requirement, ...]:
    """Name each condition `<program>#<key>`; a repeated key is numbered -2, -3."""
    seen: Counter[str] = Counter()
    found = []
    for requirement in written:
        key = _numbered(requirement.key or requirement.subject_matter, seen)
        found.append(_tree(f"{program_id}#{key}", requirement, requirement.source))
    return tuple(found)


def _numbered(key: str, seen: Counter[str]) -> str:
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}-{seen[key]}"


def _tree(name: str, written: RequirementShape, source: int | None) -> Requirement:
    source = written.source if written.source is not None else source
    if written.waived_by:
        return _waived(name, written, source)
    return _unwaived(name, written, source)


def _waived(name: str, written: RequirementShape, source: int | None) -> Requirement:
    """Put what stands in for a rule beside it. The whole keeps the name and the words."""
    rule = _unwaived(f"{name}/rule", written.model_copy(update={"track": None}), source)
    others = (
        _tree(f"{name}/{waiver.key or number}", waiver, source)
        for number, waiver in enumerate(written.waived_by or (), start=1)
    )
    text = written.text or {}
    return Group(name, "waived_by", (rule, *others), text, rule.source, written.track)


def _unwaived(name: str, written: RequirementShape, source: int | None) -> Requirement:
    if not written.children:
        return _leaf(name, written, source or 0)
    seen: Counter[str] = Counter()
    children = []
    for number, child in enumerate(written.children, start=1):
        part = _numbered(child.key, seen) if child.key else str(number)
        children.append(_tree(f"{name}/{part}", child, source))
    mode = written.modes[0]
    own = source if source is not None else children[0].source
    return Group(name, mode, tuple(children), written.text or {}, own, written.track)


def _leaf(name: str, written: RequirementShape, source: int) -> Leaf:
    return Leaf(
        id=name,
        about=written.about or "other",
        text=written.text or {},
        rule=written.rule(),
        source=source,
        track=written.track,
    )
