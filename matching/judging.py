"""Judge a program for a person: every requirement, the verdict, what is missing and why it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from matching.fit import Fit
from matching.gaining import gainable
from matching.gaps import gaps_in
from matching.implied import asked_at, entry_leaf, location_leaf
from matching.layers import agreed, counting
from matching.match import Gap, Judged, Match, Reason, Step
from matching.paths import closest_path
from matching.profile import Profile
from matching.program import Group, Leaf, Program, Requirement
from matching.reasons import reasons_for, score_of
from matching.requirements import Finding, Status, every, some
from matching.rules import look
from matching.rules.case import Case
from matching.shares import doubts_of
from matching.verdict import verdict_of
from matching.where import Whereabouts, nearest, served

SHUT = ("one_step_away", "not_now")

__all__ = ["Gap", "Judged", "Match", "Reason", "Step", "judge", "judge_all", "judge_requirement"]


def judge(profile: Profile, program: Program, where: Whereabouts, today: date) -> Match:
    """Judge one program for one person on one day.

    The score is the sum of its reasons' points, 0 to 1, so an explanation cannot drift from it.
    """
    return judge_all(Case(profile, where, today), (program,))[0]


def judge_all(case: Case, programs: Iterable[Program]) -> list[Match]:
    """Judge many programs for one person, in the order given."""
    return [_judged(case, program) for program in programs]


def _judged(case: Case, program: Program) -> Match:
    requirements = requirements_of(case, program)
    closest = nearest(case.place, program.sites)
    distance = round(closest[0], 1) if closest else None
    fit = Fit(case, program, requirements, verdict_of(program, requirements), distance)
    reasons = reasons_for(fit)
    return Match(
        program_id=program.id,
        verdict=fit.verdict,
        requirements=requirements,
        missing=gaps_in(case, requirements),
        reasons=reasons,
        distance_miles=distance,
        serves_location=fit.serves_location,
        score=score_of(reasons),
        path=closest_path(case, program, requirements) if fit.verdict in SHUT else None,
        state=case.place.state,
        only_if=tuple(judged.requirement.id for judged in doubts_of(fit)),
    )


def requirements_of(case: Case, program: Program) -> tuple[Judged, ...]:
    """Judge what a program asks, the service area first."""
    entry = entry_leaf(program)
    rest = (*asked_at(program, case.age), *((entry,) if entry else ()))
    return (_judged_location(case, program), *(judge_requirement(case, each) for each in rest))


def _judged_location(case: Case, program: Program) -> Judged:
    leaf = location_leaf(program.id)
    found = _confirmed(case, leaf) or served(case.place, program.serves, program.sites)
    return _of_leaf(leaf, found, gainable=False)


def judge_requirement(case: Case, requirement: Requirement, *, alternative: bool = False) -> Judged:
    """Judge one requirement; `alternative`: another condition can stand in for it."""
    if isinstance(requirement, Group):
        return _judged_group(case, requirement, alternative)
    found = look(case, requirement)
    if not alternative:
        found = _spare_the_disabled(requirement, found)
    return _of_leaf(requirement, found, gainable=gainable(case, requirement))


def _spare_the_disabled(leaf: Leaf, found: Finding) -> Finding:
    """A disability opens doors; having one, or none, never closes one by itself."""
    if found.status is Status.NOT_MET and leaf.rule.get("fact") == "disability":
        return Finding(Status.UNKNOWN)
    return found


def _of_leaf(leaf: Leaf, found: Finding, *, gainable: bool) -> Judged:
    unknown = found.status is Status.UNKNOWN
    return Judged(
        requirement=leaf,
        status=found.status.word,
        gainable=gainable,
        because=None if unknown else found.field,
        asks=found.field if unknown else None,
    )


def _judged_group(case: Case, group: Group, alternative: bool) -> Judged:
    either = group.mode != "all_of"
    parts = tuple(
        judge_requirement(case, child, alternative=alternative or either)
        for child in counting(case, group)
    )
    fold = {"all_of": every, "layers": agreed}.get(group.mode, some)
    found = _confirmed(case, group) or fold(map(_weighed(either), parts))
    return Judged(
        requirement=group,
        status=found.status.word,
        gainable=_group_gainable(either, parts),
        alternatives=parts,
        because=None if found.status is Status.UNKNOWN else found.field,
        asks=found.field if found.status is Status.UNKNOWN else None,
    )


def _weighed(either: bool) -> Callable[[Judged], Finding]:
    """Read a part for its group: one of a single track, or only wanted, cannot fail an `all_of`."""

    def weigh(part: Judged) -> Finding:
        status = Status[part.status.upper()]
        if not either and not part.closes:
            status = max(status, Status.UNKNOWN)
        return Finding(status, part.because or part.asks)

    return weigh


def _group_gainable(either: bool, parts: tuple[Judged, ...]) -> bool:
    if either:
        return any(part.gainable for part in parts)
    return all(part.gainable for part in parts if part.status == "not_met" and part.closes)


def _confirmed(case: Case, requirement: Requirement) -> Finding | None:
    """The person's own answer settles a condition or a whole group."""
    answer = case.profile.confirmed.get(requirement.id)
    if answer is None:
        return None
    return Finding(Status.MET if answer else Status.NOT_MET, "confirmed")
