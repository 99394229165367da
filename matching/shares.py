"""What share of its points a program may keep, so that better answers stand before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matching.fit import ONE_TRADE, Fit
from matching.implied import entry_leaf
from matching.match import OPEN, Judged
from matching.profile import SECTORS
from matching.program import Group, Leaf, Program, Requirement, leaves_of
from matching.requirements import Status
from matching.rules import hardly_met, is_text_only
from matching.rules.case import Case, Rule
from matching.rules.education import holds
from matching.rules.names import is_akin, names_another
from matching.rules.work import KEYS
from matching.weights import ALL, WEIGHTS

FAR_MILES = 120.0  # two hours on the road
KNOWN_SECTORS = frozenset(SECTORS)
JOB_GROUPS = frozenset(str(group) for group in range(11, 56, 2))  # of SOC 2018


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
    if _off_interest(fit):
        yield "off_interest"
    if _other_job(fit):
        yield "other_job"


def _for_others(fit: Fit) -> Iterator[str]:
    if is_for_pupils(fit.program):
        if is_past_school(fit.case):
            yield "past_school"
    elif is_pupil(fit.case) and not fit.always_there:
        yield "pupil"
    if fit.verdict in OPEN and for_insiders(fit):
        yield "insiders"
    if fit.program.kind == "reentry_program" and not fit.case.flag("justice_involved"):
        yield "reentry"
    yield from _unsure(fit)


def _unsure(fit: Fit) -> Iterator[str]:
    if _is_unread(fit):
        yield "unstated"
    if any(is_for_some(judged) for judged in fit.requirements):
        yield "some_people"
    if any(is_unlikely(judged, fit.case) for judged in fit.requirements):
        yield "unlikely"


def _is_unread(fit: Fit) -> bool:
    """Say whether no source states who gets in, and no wish of the person speaks for trying."""
    if fit.always_there or entry_leaf(fit.program) is None:
        return False
    return not fit.liked and not fit.named_jobs


def _not_around(fit: Fit) -> Iterator[str]:
    if _is_far(fit):
        yield "far_door" if _in_another_state(fit) else "long_way"
    if _of_some_place(fit):
        yield "some_place"
    if _somewhere(fit):
        yield "somewhere"


def _is_far(fit: Fit) -> bool:
    """Say whether every door we know is a long way off, and one must go there."""
    if is_online(fit.program):
        return False
    return fit.distance_miles is not None and fit.distance_miles > FAR_MILES


def is_online(program: Program) -> bool:
    """Say whether one can take part from home."""
    return "online" in program.schedule


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
    """Say whether nothing tells that it is around here: no door on the map, and no sure area.

    What is for the people of an employer or a union is where they are.
    """
    unsaid = fit.serves_location is None and fit.distance_miles is None
    return unsaid and fit.case.place.state is not None and not is_for_members(fit.program)


def is_for_members(program: Program) -> bool:
    """Say whether some rule of it names an employer or a union."""
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    return any("employer" in leaf.rule or "union" in leaf.rule for leaf in leaves)


def _off_interest(fit: Fit) -> bool:
    likes = fit.case.profile.interests.likes
    if KNOWN_SECTORS.isdisjoint(likes):
        return False
    if fit.always_there:
        return is_help_beside(fit.program, likes)
    return not fit.liked and not fit.named_jobs


def is_help_beside(program: Program, likes: Sequence[str]) -> bool:
    """Say whether it is help for a few fields, of which none is liked."""
    return helps_few(program) and set(likes).isdisjoint(program.sectors)


def helps_few(program: Program) -> bool:
    """Say whether it is help, and for so few fields that it is not for everyone."""
    return program.kind == "support" and 0 < len(program.sectors) <= ONE_TRADE


def _other_job(fit: Fit) -> bool:
    """Say whether it prepares for jobs, while the person named one that is none of them."""
    if fit.always_there or not fit.program.occupations or fit.named_jobs:
        return False
    return names_a_job(fit.case)


def several_wishes(case: Case) -> bool:
    """Say whether the person likes more than one of the sectors there are."""
    return len(KNOWN_SECTORS.intersection(case.profile.interests.likes)) > 1


def names_a_job(case: Case) -> bool:
    """Say whether the person named a job of a group there is; codes of none are nobody's wish."""
    return any(soc[:2] in JOB_GROUPS for soc in case.profile.interests.occupations)


def is_for_pupils(program: Program) -> bool:
    """Say whether it is a program of schools for the people who go there."""
    return program.kind == "high_school_program"


def is_past_school(case: Case) -> bool:
    """Say whether the person has left school for good: by age, or with a diploma."""
    grown = case.age is not None and case.age >= SCHOOL_IS_OVER
    return grown or holds(case, "high_school") is True


def is_pupil(case: Case) -> bool:
    """Say whether the person goes to school and is too young to leave it."""
    young = case.age is not None and case.age < SCHOOL_MAY_END
    return young and case.flag("enrolled_in_school") is True


def is_unlikely(judged: Judged, case: Case) -> bool:
    """Say whether all that is open of it asks for what the person most likely has not."""
    if judged.status != "unknown" or not judged.closes:
        return False
    still_open = [leaf for leaf in judged.leaves() if leaf.status == "unknown"]
    leaves = [part.requirement for part in still_open]
    return bool(leaves) and all(
        isinstance(leaf, Leaf) and hardly_met(case, leaf) for leaf in leaves
    )


def is_for_some(judged: Judged) -> bool:
    """Say whether it is made for a group of people, and nobody said that this person is one."""
    made_for = all("group" in leaf.rule for leaf in leaves_of(judged.requirement))
    return made_for and judged.status == "unknown" and judged.closes


SCHOOL_MAY_END = 17  # years; below it most states keep people at school
SCHOOL_IS_OVER = 20  # years; most states end free public school at 20 or 21
HOUSES = ("employer", "union")
INSIDE = frozenset({"employer", "union", "past_probation", "receives"})
INSIDE_FACTS = frozenset({"justice_involved", "veteran", "foster_youth", "disability", "homeless"})


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
    doubted = [_only_insiders_can(part, case) for part in still_open if not _is_said(part)]
    all_must_hold = isinstance(judged.requirement, Group) and judged.requirement.mode == "all_of"
    return any(doubted) if all_must_hold else bool(doubted) and all(doubted)


def _is_said(part: Judged) -> bool:
    """Say whether it is words alone: "some others too" lifts no doubt about who gets in."""
    return isinstance(part.requirement, Leaf) and is_text_only(part.requirement)


def _of_school_age(requirement: Requirement, case: Case) -> bool:
    """Say whether a person young enough may well go to the school that is asked for."""
    in_school = any(
        leaf.rule.get("enrolled_in") or "grades" in leaf.rule for leaf in leaves_of(requirement)
    )
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
    return all(_is_inside(leaf.rule) for leaf in leaves_of(requirement))


def _is_inside(rule: Rule) -> bool:
    if not INSIDE.isdisjoint(rule) or "referral" in rule.get("steps", ()):
        return True
    facts = {rule.get("fact"), *rule.get("any_fact", ())} - {None}
    return _is_of_school(rule) or (bool(facts) and facts <= INSIDE_FACTS)


def _is_of_school(rule: Rule) -> bool:
    return rule.get("enrolled_in") == "high_school" or "grades" in rule


def _history_unsaid(judged: Judged, case: Case) -> bool:
    rules = [leaf.rule for leaf in leaves_of(judged.requirement)]
    facts = [fact for rule in rules for fact in (rule.get("fact"), *rule.get("any_fact", ()))]
    return not any(fact and case.flag(fact) for fact in facts)


def _is_of(case: Case, key: str, rule: Rule) -> bool:
    """Say whether the person named what a rule asks for, or may well be of its kind."""
    said, status = case.named(key), KEYS[key](case, rule).status
    if status is Status.UNKNOWN:
        return said is not None and is_akin(said, rule[key])
    return status is Status.MET
