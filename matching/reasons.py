"""Why a program fits a person: reasons whose points add up to its score. No protected traits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from matching.fit import Fit, is_always_there
from matching.match import Reason
from matching.program import Program
from matching.records import welcomes_record
from matching.requirements import Status
from matching.rules.case import Case
from matching.shares import belongs, several_wishes, share_of
from matching.weights import ALL, WEIGHTS, WHOLE, for_a_wish, from_on, up_to
from matching.where import within_named

Found = tuple[str, int, dict[str, Any]]  # code, billionths before any are held back, params
Look = Callable[[Fit], Iterator[Found]]


def reasons_for(fit: Fit) -> tuple[Reason, ...]:
    """Collect every reason, with the share of its points that this program may keep."""
    share = share_of(fit)
    found = [entry for look in LOOKS for entry in look(fit)]
    kept = [(code, points * share // ALL, params) for code, points, params in found]
    return tuple(
        Reason(code, points / WHOLE, params) for code, points, params in _less_dislikes(fit, kept)
    )


def score_of(reasons: Iterable[Reason]) -> float:
    """Add up the points."""
    return sum(round(reason.points * WHOLE) for reason in reasons) / WHOLE


def _found(code: str, percent: int = ALL, **params: object) -> Found:
    return code, WEIGHTS.of(code, percent), params


def _verdict(fit: Fit) -> Iterator[Found]:
    code = f"verdict.{fit.verdict}"
    if code in WEIGHTS.points:
        yield _found(code)


def _interests(fit: Fit) -> Iterator[Found]:
    if fit.liked:
        some = len(fit.liked) == 1 and several_wishes(fit.case)
        points = for_a_wish(WEIGHTS, len(fit.program.sectors), one_of_several=some)
        yield "interest.sector", points, {"sectors": fit.liked}
    if fit.named_jobs:
        yield _found("interest.occupation", occupations=fit.named_jobs)


def _inside(fit: Fit) -> Iterator[Found]:
    """It is for people of an employer or a union, and the person named just that one."""
    if belongs(fit.case, fit.program):
        yield _found("belongs.inside")


def _distance(fit: Fit) -> Iterator[Found]:
    percent = up_to(WEIGHTS.near_miles, fit.distance_miles)
    if percent:
        yield _found("near.site", percent, miles=fit.distance_miles)


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
    for code in wanted[: WEIGHTS.supports_counted]:
        yield f"support.{code}", WEIGHTS.of("support"), {}


def _money(fit: Fit) -> Iterator[Found]:
    program = fit.program
    if program.pay_while_training is not None:
        yield _found("paid.training")
    else:
        yield from _soon(weeks_before_pay(program))
    if program.cost is not None and program.cost.usd == 0:
        yield _found("free.training")
    if program.typical_pay_usd is not None:
        percent = from_on(WEIGHTS.pay_usd, program.typical_pay_usd)
        if percent:
            yield _found("good.pay", percent, usd=program.typical_pay_usd)


def _soon(weeks: int | None) -> Iterator[Found]:
    percent = up_to(WEIGHTS.weeks_to_pay, weeks)
    if percent:
        yield _found("soon.pay", percent, count=weeks)


def weeks_before_pay(program: Program) -> int | None:
    """Weeks until a person can earn; None: not stated. Help beside a program leads to no pay."""
    if is_always_there(program) or program.length is None:
        return None
    return program.length.weeks


def _fresh(fit: Fit) -> Iterator[Found]:
    """Somebody dated what we know, not long ago, and the program is known to run."""
    newest = newest_year(fit.program)
    age = None if newest is None else max(0, fit.case.today.year - newest)
    percent = up_to(WEIGHTS.fresh_years, age) if fit.program.status == "active" else 0
    if percent:
        yield _found("fresh.facts", percent, year=newest)


LAW = "law"  # the kind of a source


def newest_year(program: Program) -> int | None:
    """The year of the newest dated source; None: no source has a date.

    A law, or a table that goes with one, tells nothing of whether a program still runs.
    """
    own = (one for one in program.sources if one.kind != LAW)
    days = (day for one in own for day in (one.as_of, one.verified_on) if day)
    return max((int(day[:4]) for day in days), default=None)


def _record(fit: Fit) -> Iterator[Found]:
    """A program that says a record is no bar, or is made for people who have one."""
    if not fit.case.flag("justice_involved"):
        return
    if welcomes_record(fit.program):
        yield _found("fits.record")


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
    _fresh,
)


def _less_dislikes(fit: Fit, found: list[Found]) -> list[Found]:
    """Take points off for disliked sectors among a program's own; never below nothing."""
    disliked = [s for s in fit.case.profile.interests.dislikes if s in fit.program.sectors]
    if not disliked or fit.always_there:
        return found
    total = sum(points for _, points, _ in found)
    lost = total * len(disliked) // len(fit.program.sectors)
    return [*found, ("dislike.sector", -lost, {"sectors": tuple(disliked)})]
