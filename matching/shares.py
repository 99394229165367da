"""What share of its points a program may keep, so that better answers stand before it."""

from __future__ import annotations

from collections.abc import Iterator

from matching.fit import Fit
from matching.match import OPEN, Judged
from matching.profile import SECTORS
from matching.program import Group, Program, Requirement, leaves_of
from matching.requirements import Status
from matching.rules.case import Case, Rule
from matching.rules.education import holds
from matching.rules.names import is_akin, names_another
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
    yield from _beside_the_wish(fit)
    yield from _for_others(fit)
    yield from _not_around(fit)


def _beside_the_wish(fit: Fit) -> Iterator[str]:
    if fit.always_there:
        yield "support" if fit.program.kind == "support" else "always_there"
    elif _off_interest(fit):
        yield "off_interest"


def _for_others(fit: Fit) -> Iterator[str]:
    if is_for_pupils(fit.program) and is_past_school(fit.case):
        yield "past_school"
    if fit.verdict in OPEN and for_insiders(fit):
        yield "insiders"
    if any(is_for_some(judged) for judged in fit.requirements):
        yield "some_people"


def _not_around(fit: Fit) -> Iterator[str]:
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


def is_for_pupils(program: Program) -> bool:
    """Say whether it is a program of schools for the people who go there."""
    return program.kind == "high_school_program"


def is_past_school(case: Case) -> bool:
    """Say whether the person has left school for good: by age, or with a diploma."""
    grown = case.age is not None and case.age >= SCHOOL_IS_OVER
    return grown or holds(case, "high_school") is True


def is_for_some(judged: Judged) -> bool:
    """Say whether it is made for a group of people, and nobody said that this person is one."""
    made_for = all("group" in leaf.rule for leaf in leaves_of(judged.requirement))
    return made_for and judged.status == "unknown" and judged.closes


SCHOOL_IS_OVER = 20  # years; most states end free public school at 20 or 21
HOUSES = ("employer", "union")
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
    """Say whether the person named the employer or union that a program is for, and no other."""
    asked = program.requirements
    return any(names_inside(entry, case) for entry in asked) and not any(
        names_outside(entry, case) for entry in asked
    )


def names_inside(requirement: Requirement, case: Case) -> bool:
    """Say whether a requirement asks for just the employer or union the person named."""
    return any(
        _is_of(case, key, leaf.rule)
        for leaf in leaves_of(requirement)
        for key in HOUSES
        if key in leaf.rule
    )


def names_outside(requirement: Requirement, case: Case) -> bool:
    """Say whether it asks for a named employer or union, and the person named another."""
    rules = [leaf.rule for leaf in leaves_of(requirement)]
    return any(
        all(key in rule and names_another(case.named(key), rule[key]) for rule in rules)
        for key in HOUSES
    )


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


def _is_of(case: Case, key: str, rule: Rule) -> bool:
    """Say whether the person named what a rule asks for, or may well be of its kind."""
    said, status = case.named(key), KEYS[key](case, rule).status
    if status is Status.UNKNOWN:
        return said is not None and is_akin(said, rule[key])
    return status is Status.MET
