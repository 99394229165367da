"""Requirement trees as written conditions, with a key where an id does not follow by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from matching.program import Group, Leaf, Program, Requirement

Json = dict[str, Any]
LINE = "poverty_line"  # filled in by reading: see poverty.py
MODES = ("any_of", "all_of", "layers")


def requirement_documents(program: Program) -> list[Json]:
    """Write the conditions of a program."""
    seen: Counter[str] = Counter()
    written = []
    for requirement in program.requirements:
        part = requirement.id.removeprefix(f"{program.id}#")
        key = _key(part, requirement.about, seen)
        written.append(_keyed(key, _tree(requirement, None)))
    return written


def _key(part: str, default: str, seen: Counter[str]) -> str | None:
    """Return the key to write; None where reading arrives at the same name without one."""
    count = seen[default] + 1
    if part == (default if count == 1 else f"{default}-{count}"):
        seen[default] = count
        return None
    seen[part] += 1
    return part


def _keyed(key: str | None, document: Json) -> Json:
    return document if key is None else {"key": key, **document}


def _tree(requirement: Requirement, inherited: int | None) -> Json:
    """Write a condition; a source that the group around it names already is not repeated."""
    if isinstance(requirement, Leaf):
        return _leaf(requirement, inherited)
    if requirement.mode == "waived_by":
        return _waived(requirement, inherited)
    children = _children(requirement.children, requirement)
    return {requirement.mode: children, **_said(requirement, inherited)}


def _leaf(leaf: Leaf, inherited: int | None) -> Json:
    rule = {name: value for name, value in leaf.rule.items() if name != LINE}
    return {"about": leaf.about, **rule, **_said(leaf, inherited)}


def _waived(group: Group, inherited: int | None) -> Json:
    rule, *others = group.children
    document = {**_tree(rule, inherited), **_said(group, inherited)}
    return {**document, "waived_by": _children(others, group)}


def _children(children: Iterable[Requirement], group: Group) -> list[Json]:
    """Write what stands in a group; a child named by its number needs no key."""
    written = []
    for number, child in enumerate(children, start=1):
        part = child.id.removeprefix(f"{group.id}/")
        key = None if part == str(number) else part
        written.append(_keyed(key, _tree(child, group.source)))
    return written


def _said(requirement: Requirement, inherited: int | None) -> Json:
    said: Json = {"text": dict(requirement.text)} if requirement.text else {}
    if requirement.source != inherited:
        said["source"] = requirement.source
    if requirement.track is not None:
        said["track"] = dict(requirement.track)
    return said


def with_keys(documents: Iterable[Json]) -> list[Json]:
    """Write the keys out that conditions have by their place, so that they may change places."""
    seen: Counter[str] = Counter()
    named = []
    for document in documents:
        key = str(document.get("key") or _subject(document) or "")
        seen[key] += 1
        if key:
            key = key if seen[key] == 1 else f"{key}-{seen[key]}"
        named.append(_keyed(key or None, document))
        named[-1].update({"key": key} if key else {})
    return named


def _subject(document: Json) -> Any:
    """Read what a written condition is about; a group is about what its first condition is."""
    while not document.get("about"):
        inner = next((document[mode] for mode in MODES if document.get(mode)), None)
        if not inner:
            return None
        document = inner[0]
    return document["about"]
