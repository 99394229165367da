"""What share of its points a program may keep, so that better answers stand before it."""

from __future__ import annotations

from collections.abc import Iterator

from matching.fit import Fit
from matching.match import OPEN, Judged
from matching.profile import SECTORS
from matching.program import Group, Program, Requirement, leaves_of
from matching.requirements import Status
from matching.rules.case import Case, Rule
from matching.rules.work import KEYS
from matching.weights import ALL, WEIGHTS

FAR_MILES = 120.0  # two hours on the road
KNOWN_SECTORS = frozenset(SECTORS)


def share_of(fit: Fit) -> int:
    """Find the share in percent: the smallest of what holds points back."""
    return min((WEIGHTS.shares[held] for held in _held_back(fit)), default=ALL)


def _held_back(fit: Fit) -> Iterator[str]:
    if fit.verdict in WEIGHTS.shares:
        yield fit.verdict
    if fit.always_there:
        yield "support" if fit.program.kind == "support" else "always_there"
    elif _off_interest(fit):
        yield "off_interest"
    if fit.verdict in OPEN and for_insiders(fit):
        yield "insiders"
    if _is_far(fit):
        yield "far_door" if _in_another_state(fit) else "long_way"
    if _of_some_place(fit):
        yield "some_place"
    if _somewhere(fit):
        yield "somewhere"


def _is_far(fit: Fit) -> bool:
    """Say whether every door we know is a long way off."""
    return fit.distance_miles is not None and fit.distance_miles > FAR_MILES


def _in_another_state(fit: Fit) -> bool:
    """Say whether every door is out of state. What serves the whole country may be worth a move."""
    area, home = fit.program.serves, fit.case.place.state
    nationwide = area is not None and area.nationwide
    return not nationwide and all(site.state != home for site in fit.program.sites)


def _of_some_place(fit: Fit) -> bool:
    """Say whether it is for people of some place, while nobody said where the person lives."""
    area = fit.program.serves
    return fit.case.place.state is None and not (area is not None and area.nationwide)


def _somewhere(fit: Fit) -> bool:
    """Say whether nothing tells that it is around here: no area, and no door on the map.

    What is for the people of an employer or a union is where they are.
    """
    unsaid = fit.serves_location is None and not _has_area(fit.program)
    unsaid = unsaid and not is_for_members(fit.program)
    return unsaid and fit.case.place.state is not None and fit.distance_miles is None


def is_for_members(program: Program) -> bool:
    """Say whether some rule of it names an employer or a union."""
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    return any("employer" in leaf.rule or "union" in leaf.rule for leaf in leaves)


def _has_area(program: Program) -> bool:
    area = program.serves
    return area is not None and bool(area.nationwide or area.states or area.counties or area.cities)


def _off_interest(fit: Fit) -> bool:
    if KNOWN_SECTORS.isdisjoint(fit.case.profile.interests.likes):
        return False
    return not fit.liked and not fit.named_jobs


SCHOOL_IS_OVER = 20  # years; most states end free public school at 20 or 21
INSIDE = frozenset({"employer", "union", "past_probation"})
INSIDE_FACTS = frozenset({"justice_involved", "veteran", "foster_youth", "disability"})


def for_insiders(fit: Fit) -> bool:
    """Say whether one must already belong somewhere, and nothing tells that the person does."""
    return bool(doubts_of(fit))


def doubts_of(fit: Fit) -> list[Judged]:
    """List the requirements only insiders meet, of a person who did not say to be one."""
    if belongs(fit.case, fit.program):
        return []
    return [judged for judged in fit.requirements if is_doubted(judged, fit.case)]


def is_doubted(judged: Judged, case: Case) -> bool:
    """Say whether only insiders can still meet it, and nothing tells that the person is one."""
    return judged.status == "unknown" and judged.closes and _only_insiders_can(judged, case)


def _only_insiders_can(judged: Judged, case: Case) -> bool:
    """Look at what is still open: all ways of a choice, or any one of things that must all hold."""
    if not judged.alternatives:
        return (
            is_for_insiders(judged.requirement)
            and _history_unsaid(judged, case)
            and not _of_school_age(judged.requirement, case)
        )
    still_open = [part for part in judged.alternatives if part.status == "unknown"]
    doubted = [_only_insiders_can(part, case) for part in still_open]
    all_must_hold = isinstance(judged.requirement, Group) and judged.requirement.mode == "all_of"
    return any(doubted) if all_must_hold else bool(doubted) and all(doubted)


def _of_school_age(requirement: Requirement, case: Case) -> bool:
    """Say whether a person young enough may well go to the school that is asked for."""
    in_school = any(leaf.rule.get("enrolled_in") for leaf in leaves_of(requirement))
    return in_school and case.age is not None and case.age < SCHOOL_IS_OVER


def belongs(case: Case, program: Program) -> bool:
    """Say whether the person named the employer or union that a program is for."""
    return any(names_inside(entry, case) for entry in program.requirements)


def names_inside(requirement: Requirement, case: Case) -> bool:
    """Say whether a requirement asks for just the employer or union the person named."""
    return any(_named_inside(leaf.rule, case) for leaf in leaves_of(requirement))


def is_for_insiders(requirement: Requirement) -> bool:
    """Say whether only people of some employer, union, school or history can meet it."""
    return all(
        not INSIDE.isdisjoint(leaf.rule)
        or leaf.rule.get("fact") in INSIDE_FACTS
        or leaf.rule.get("enrolled_in") == "high_school"
        for leaf in leaves_of(requirement)
    )


def _history_unsaid(judged: Judged, case: Case) -> bool:
    facts = [leaf.rule.get("fact") for leaf in leaves_of(judged.requirement)]
    return not any(fact and case.flag(fact) for fact in facts)


def _named_inside(rule: Rule, case: Case) -> bool:
    return any(
        KEYS[key](case, rule).status is Status.MET for key in ("employer", "union") if key in rule
    )
