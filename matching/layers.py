"""Rules in layers: the federal one holds unless the state, or the place, has one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matching.program import Group, Leaf, Requirement, ServiceArea
from matching.requirements import Finding, Status
from matching.rules.case import Case
from matching.where import lives_in


def counting(case: Case, group: Group) -> Sequence[Requirement]:
    """Pick the conditions of a group that count for a person: in layers, the most local.

    Where it is not known whether a more local one holds, both count until it is.
    """
    if group.mode != "layers":
        return group.children
    held: list[Requirement] = []
    for child in group.children:
        holds = _holds(case, child)
        if holds is Status.MET:
            held = [child]
        elif holds is Status.UNKNOWN:
            held.append(child)
    return held


def _holds(case: Case, layer: Requirement) -> Status:
    rule = layer.rule if isinstance(layer, Leaf) else {}
    area = ServiceArea(
        states=tuple(rule.get("in_states", ())),
        counties=tuple(rule.get("in_counties", ())),
        cities=tuple(rule.get("in_cities", ())),
    )
    everywhere = not (area.states or area.counties or area.cities)
    return Status.MET if everywhere else lives_in(case.place, area)


def agreed(findings: Iterable[Finding]) -> Finding:
    """Take what the layers that may count say alike; where they differ, the place settles it."""
    found = list(findings)
    if len({one.status for one in found}) == 1:
        return found[0]
    return Finding(Status.UNKNOWN, "location")
