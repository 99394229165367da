"""Why a program fits a person: reasons whose points add up to its score. No protected traits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import fsum
from typing import Any

from matching.fit import Fit
from matching.match import Reason
from matching.program import leaves_of
from matching.requirements import Status
from matching.rules.case import Case, Rule
from matching.shares import belongs, share_of
from matching.where import within_named

# The most a reason can give. Together they are 1, so a score is between 0 and 1.
POINTS = {
    "verdict.eligible": 0.21,
    "verdict.likely": 0.18,
    "verdict.one_step_away": 0.12,
    "interest.sector": 0.21,
    "interest.occupation": 0.07,
    "belongs.inside": 0.18,
    "near.site": 0.08,
    "serves.city": 0.08,
    "serves.state": 0.06,
    "serves.nationwide": 0.03,
    "fits.level": 0.04,
    "support": 0.02,
    "paid.training": 0.04,
    "free.training": 0.03,
    "fits.record": 0.06,
}
NEAR = ((10.0, 1.0), (30.0, 0.7), (60.0, 0.4))  # miles up to, share of the points
SUPPORTS_COUNTED = 2

Found = tuple[str, float, dict[str, Any]]  # code, points before any are held back, params
Look = Callable[[Fit], Iterator[Found]]


def reasons_for(fit: Fit) -> tuple[Reason, ...]:
    """Collect every reason, with the share of its points that this program may keep."""
    share = share_of(fit)
    found = (entry for look in LOOKS for entry in look(fit))
    reasons = tuple(
        Reason(code, round(points * share, 6), params) for code, points, params in found
    )
    return _less_dislikes(fit, reasons)


def score_of(reasons: tuple[Reason, ...]) -> float:
    """Add up the points."""
    return round(fsum(reason.points for reason in reasons), 6)


def _found(code: str, share: float = 1.0, **params: object) -> Found:
    return code, POINTS.get(code, POINTS["support"]) * share, params


def _verdict(fit: Fit) -> Iterator[Found]:
    code = f"verdict.{fit.verdict}"
    if code in POINTS:
        yield _found(code)


def _interests(fit: Fit) -> Iterator[Found]:
    if fit.liked:
        yield _found("interest.sector", sectors=fit.liked)
    if fit.named_jobs:
        yield _found("interest.occupation", occupations=fit.named_jobs)


def _inside(fit: Fit) -> Iterator[Found]:
    """It is for people of an employer or a union, and the person named just that one."""
    if belongs(fit.case, fit.program):
        yield _found("belongs.inside")


def _distance(fit: Fit) -> Iterator[Found]:
    away = fit.distance_miles
    share = next((share for limit, share in NEAR if away is not None and away <= limit), None)
    if share is not None:
        yield _found("near.site", share, miles=away)


def _service_area(fit: Fit) -> Iterator[Found]:
    area, place = fit.program.serves, fit.case.place
    if area is None or not fit.serves_location:
        return
    if area.nationwide:
        yield _found("serves.nationwide")
    elif within_named(place.city, place.state, area.cities) is Status.MET:
        yield _found("serves.city", city=place.city, state=place.state)
    else:
        yield _found("serves.state", state=place.state)


def _level(fit: Fit) -> Iterator[Found]:
    for judged in fit.requirements:
        if judged.status == "met" and judged.because == "education":
            yield _found("fits.level", requirement=judged.requirement.id)
            return


NEEDS: dict[str, Callable[[Case], bool | None]] = {
    "childcare": lambda case: case.flag("needs_childcare") or case.flag("parent_or_pregnant"),
    "transport": lambda case: case.flag("own_transport") is False,
    "ged": lambda case: (
        case.profile.education.level in {"no_high_school", "some_high_school", "ged_in_progress"}
    ),
    "esl": lambda case: case.flag("english_learner"),
    "stipend": lambda case: case.flag("low_income"),
    "job_placement": lambda case: case.flag("laid_off") or case.flag("employed") is False,
}


def _supports(fit: Fit) -> Iterator[Found]:
    wanted = [code for code in fit.program.supports if code in NEEDS and NEEDS[code](fit.case)]
    for code in wanted[:SUPPORTS_COUNTED]:
        yield _found(f"support.{code}")


def _money(fit: Fit) -> Iterator[Found]:
    if fit.program.kind == "apprenticeship" and fit.program.pay_while_training is not None:
        yield _found("paid.training")
    if fit.program.cost is not None and fit.program.cost.usd == 0:
        yield _found("free.training")


def _record(fit: Fit) -> Iterator[Found]:
    """A program that says a record is no bar, or is made for people who have one."""
    if not fit.case.flag("justice_involved"):
        return
    leaves = [leaf for entry in fit.program.requirements for leaf in leaves_of(entry)]
    if any(leaf.rule.get("record_ok") or _wants_record(leaf.rule) for leaf in leaves):
        yield _found("fits.record")


def _wants_record(rule: Rule) -> bool:
    return rule.get("fact") == "justice_involved" and rule.get("is") is not False


LOOKS: tuple[Look, ...] = (
    _verdict,
    _interests,
    _inside,
    _distance,
    _service_area,
    _level,
    _supports,
    _money,
    _record,
)


def _less_dislikes(fit: Fit, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Take points off for disliked sectors among a program's own; never below nothing."""
    disliked = [s for s in fit.case.profile.interests.dislikes if s in fit.program.sectors]
    if not disliked or fit.always_there:
        return reasons
    total = fsum(reason.points for reason in reasons)
    lost = round(min(total, total * len(disliked) / len(fit.program.sectors)), 6)
    return (*reasons, Reason("dislike.sector", -lost, {"sectors": tuple(disliked)}))
