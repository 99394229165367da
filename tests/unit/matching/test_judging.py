"""Verdicts, service areas, tracks, groups and the steps to what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from matching.judging import Match, judge
from matching.match import Judged
from matching.program import Program, ServiceArea
from matching.where import NOWHERE, Whereabouts
from tests.builders import (
    MILWAUKEE,
    TODAY,
    a_group,
    a_leaf,
    a_profile,
    a_program,
    a_site,
)


def judged(program: Program, where: Whereabouts = MILWAUKEE, **person: Any) -> Match:
    return judge(a_profile(**person), program, where, TODAY)


def by_id(match: Match, name: str) -> Judged:
    return next(each for each in match.requirements if each.requirement.id.endswith(f"#{name}"))


ADULT = a_leaf("age", "a-program#age", start_at=18)
DIPLOMA = a_leaf("education", "a-program#education", min_level="high_school")
LICENSE = a_leaf("license", "a-program#license", kind="driver")


@pytest.mark.parametrize(
    ("person", "verdict"),
    [
        pytest.param({"age": 18, "level": "high_school"}, "eligible", id="all met"),
        pytest.param({"age": 18}, "likely", id="one unknown"),
        pytest.param({}, "likely", id="nothing known but the place"),
        pytest.param({"age": 18, "level": "some_high_school"}, "one_step_away", id="one to gain"),
        pytest.param({"level": "some_high_school"}, "one_step_away", id="one to gain, one unknown"),
        pytest.param({"age": 17, "level": "high_school"}, "one_step_away", id="18 within a year"),
        pytest.param({"age": 16, "level": "high_school"}, "not_now", id="18 in more than a year"),
        pytest.param({"age": 17, "level": "some_high_school"}, "not_now", id="two to gain"),
    ],
)
def test_the_verdict_follows_from_what_failed(person: dict[str, Any], verdict: str) -> None:
    assert judged(a_program(ADULT, DIPLOMA), **person).verdict == verdict


def test_a_closed_program_is_closed_for_everyone() -> None:
    assert judged(a_program(status="closed")).verdict == "closed"


def test_a_renamed_program_is_judged_like_any_other() -> None:
    assert judged(a_program(ADULT, status="renamed"), age=18).verdict == "eligible"


def test_a_program_that_states_no_rule_is_never_certain() -> None:
    match = judged(a_program(), age=18)
    assert (match.verdict, by_id(match, "entry").status) == ("likely", "unknown")


def test_a_job_center_is_open_to_anyone_it_serves() -> None:
    assert judged(a_program(kind="job_center")).verdict == "eligible"


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        pytest.param({"preferred": True}, "likely", id="only wanted"),
        pytest.param({"sometimes": True}, "likely", id="only asked by some"),
        pytest.param({"track": "Roofing"}, "likely", id="of one track"),
        pytest.param({"by": "start"}, "one_step_away", id="needed only at the start"),
        pytest.param({"by": "finish"}, "one_step_away", id="needed only at the end"),
        pytest.param({"by": "apply"}, "not_now", id="needed to apply"),
    ],
)
def test_what_does_not_close_a_door(rule: dict[str, Any], verdict: str) -> None:
    leaf = a_leaf("residency", states=["IL"], **rule)
    assert judged(a_program(leaf), age=18).verdict == verdict


def test_a_failed_track_shows_in_what_is_missing() -> None:
    program = a_program(a_leaf("age", "a-program#age", start_at=18, track="Roofing"))
    match = judged(program, age=17, next_birthday="2027-03")
    step = match.missing[0].steps[0]
    assert (step.code, step.params["age"], step.date) == ("step.age_date", 18, "2027-03")


def test_a_program_of_tracks_alone_is_shut_when_every_track_is() -> None:
    seniors = a_leaf("enrollment", "a-program#a", enrolled_in="high_school", track="School")
    hired = a_leaf("employment", "a-program#b", employer="Airbus", track="Work")
    nobody = {"level": "high_school", "facts": {"employed": False}}
    assert judged(a_program(seniors, hired), **nobody).verdict == "not_now"
    assert judged(a_program(seniors, hired), level="in_high_school").verdict == "likely"


def test_one_track_never_speaks_for_the_rest() -> None:
    seniors = a_leaf("enrollment", "a-program#a", enrolled_in="high_school", track="School")
    assert judged(a_program(seniors), level="high_school").verdict == "likely"


TENTH = a_leaf("education", "a-program#tenth", min_level="some_high_school", min_grade=10)
GED_PROMISE = a_leaf("education", "a-program#ged", min_level="no_high_school", agree="ged")


@pytest.mark.parametrize(
    ("grade", "status", "verdict"),
    [
        pytest.param(10, "met", "eligible", id="one way is enough"),
        pytest.param(9, "unknown", "likely", id="the other way is a promise nobody gave yet"),
    ],
)
def test_one_of_several_ways_is_enough(grade: int, status: str, verdict: str) -> None:
    program = a_program(a_group("any_of", TENTH, GED_PROMISE))
    match = judged(program, level="some_high_school", grade=grade)
    assert (by_id(match, "group").status, match.verdict) == (status, verdict)


@pytest.mark.parametrize("answer", [True, False])
def test_an_answer_settles_a_group(answer: bool) -> None:
    program = a_program(a_group("any_of", TENTH, DIPLOMA))
    match = judged(program, confirmed={"a-program#group": answer})
    assert by_id(match, "group").status == ("met" if answer else "not_met")
    assert by_id(match, "group").because == "confirmed"


def test_two_missing_parts_of_one_rule_are_two_steps() -> None:
    program = a_program(a_group("all_of", DIPLOMA, LICENSE))
    person = {"level": "some_high_school", "facts": {"driver_license": False}}
    assert judged(program, **person).verdict == "not_now"
    assert judged(program, **{**person, "level": "high_school"}).verdict == "one_step_away"


@pytest.mark.parametrize("mode", [{"preferred": True}, {"track": "Roofing"}], ids=str)
def test_a_part_that_cannot_fail_alone_cannot_fail_its_group(mode: dict[str, Any]) -> None:
    abroad = a_leaf("residency", "a-program#r", states=["IL"], **mode)
    program = a_program(a_group("all_of", DIPLOMA, abroad))
    assert judged(program, level="high_school").verdict == "likely"


def test_what_is_only_wanted_is_not_missing() -> None:
    wanted = a_leaf("license", kind="driver", preferred=True)
    assert judged(a_program(wanted), facts={"driver_license": False}).missing == ()


def test_a_disability_never_closes_a_door_and_may_open_one() -> None:
    disability = a_leaf("other", "a-program#d", fact="disability")
    without = {"facts": {"disability": False}}
    assert judged(a_program(disability), **without).verdict == "likely"
    young = a_leaf("age", "a-program#age", max_age=24)
    either = a_program(a_group("any_of", young, disability))
    assert judged(either, age=40, facts={"disability": True}).verdict == "eligible"
    assert judged(either, age=40, **without).verdict == "not_now"


LAS_VEGAS = Whereabouts("Las Vegas", "Clark", "NV", 36.17, -115.14)
CHICAGO_ONLY = ServiceArea(cities=("Chicago, IL",))


@pytest.mark.parametrize(
    ("area", "where", "serves"),
    [
        pytest.param(ServiceArea(nationwide=True), NOWHERE, True, id="nationwide, place unsaid"),
        pytest.param(None, MILWAUKEE, None, id="area not stated"),
        pytest.param(ServiceArea(), MILWAUKEE, None, id="area without any place"),
        pytest.param(ServiceArea(states=("WI",)), MILWAUKEE, True, id="in the state"),
        pytest.param(ServiceArea(states=("WI",)), LAS_VEGAS, False, id="in another state"),
        pytest.param(ServiceArea(states=("WI",)), NOWHERE, None, id="place unsaid"),
        pytest.param(ServiceArea(counties=("Milwaukee, WI",)), MILWAUKEE, True, id="in the county"),
        pytest.param(ServiceArea(cities=("milwaukee, WI",)), MILWAUKEE, True, id="in the city"),
        pytest.param(CHICAGO_ONLY, Whereabouts(state="IL"), None, id="which city is unsaid"),
        pytest.param(CHICAGO_ONLY, Whereabouts(state="NV"), False, id="the state is enough for no"),
        pytest.param(
            CHICAGO_ONLY,
            Whereabouts("Oak Park", None, "IL", 41.885, -87.785),
            None,
            id="just outside",
        ),
        pytest.param(
            CHICAGO_ONLY, Whereabouts("Peoria", None, "IL", 40.69, -89.59), False, id="far outside"
        ),
        pytest.param(
            CHICAGO_ONLY,
            Whereabouts("Hammond", None, "IN", 41.58, -87.5),
            None,
            id="just over the state line",
        ),
    ],
)
def test_whom_a_program_serves(
    area: ServiceArea | None, where: Whereabouts, serves: bool | None
) -> None:
    loop = a_site(city="Chicago", state="IL", lat=41.88, lon=-87.63)
    match = judged(a_program(ADULT, serves=area, sites=(loop,)), where, age=18)
    assert match.serves_location is serves
    assert match.requirements[0].requirement.id == "a-program#location"
    assert (match.verdict == "not_now") is (serves is False)


def test_the_nearest_site_gives_the_distance() -> None:
    far = a_site(city="Madison", lat=43.07, lon=-89.40)
    assert judged(a_program(sites=(far, a_site()))).distance_miles == pytest.approx(2.0, abs=0.2)
    assert judged(a_program(sites=(a_site(lat=None, lon=None),))).distance_miles is None
    assert judged(a_program(sites=(a_site(),)), NOWHERE).distance_miles is None


@pytest.mark.parametrize(
    ("leaf", "person", "code", "params"),
    [
        pytest.param(
            ADULT, {"age": 17}, "step.age_next_birthday", {"age": 18}, id="birthday unsaid"
        ),
        pytest.param(
            ADULT, {"age": 15}, "step.age_later", {"age": 18, "count": 3}, id="years to go"
        ),
        pytest.param(DIPLOMA, {"level": "some_high_school"}, "step.diploma", {}, id="a diploma"),
        pytest.param(
            DIPLOMA,
            {"level": "in_high_school"},
            "step.finish_high_school",
            {},
            id="still in school",
        ),
        pytest.param(
            TENTH,
            {"level": "some_high_school", "grade": 9},
            "step.grade",
            {"grade": 10},
            id="a grade",
        ),
        pytest.param(
            LICENSE,
            {"facts": {"driver_license": False}},
            "step.license",
            {"kind": "driver"},
            id="a license",
        ),
        pytest.param(
            a_leaf("course", subject="algebra"),
            {"facts": {"algebra_credit": False}},
            "step.course",
            {"subject": "algebra"},
            id="a course",
        ),
        pytest.param(
            a_leaf("experience", hours=4000, field="electrical"),
            {"experience_hours": {"47-2111": 1500}},
            "step.hours",
            {"count": 2500, "needed": 4000},
            id="the hours that are left",
        ),
        pytest.param(
            a_leaf("test", kind="aptitude", min_score=4),
            {"test_scores": {"aptitude": 3}},
            "step.test",
            {"kind": "aptitude", "score": 4},
            id="a test",
        ),
        pytest.param(
            a_leaf("education", min_gpa=2.5), {"gpa": 2.0}, "step.gpa", {"gpa": 2.5}, id="grades"
        ),
        pytest.param(
            a_leaf("employment", employer_sponsor=True),
            {"confirmed": {"a-program#age": False}},
            "step.find_sponsor",
            {"employer_sponsor": True},
            id="a sponsor",
        ),
        pytest.param(
            a_leaf("other", steps=["interview"]),
            {"confirmed": {"a-program#age": False}},
            "step.take_part",
            {"steps": ("interview",)},
            id="a step on the way in",
        ),
        pytest.param(
            a_leaf("documents", documents=["dd214"]),
            {"confirmed": {"a-program#age": False}},
            "step.documents",
            {"documents": ("dd214",)},
            id="papers",
        ),
    ],
)
def test_what_is_missing_comes_with_a_step(
    leaf: Any, person: dict[str, Any], code: str, params: dict[str, Any]
) -> None:
    step = judged(a_program(leaf), **person).missing[0].steps[0]
    assert step.code == code
    assert params.items() <= step.params.items()


def test_a_full_birthday_gives_the_weeks() -> None:
    match = judged(a_program(ADULT), age=17, next_birthday="2026-12-07")
    step = match.missing[0].steps[0]
    assert (step.date, step.weeks) == ("2026-12-07", 2)


def test_what_nothing_helps_is_missing_without_a_step() -> None:
    too_old = judged(a_program(a_leaf("age", max_age=24)), age=25)
    assert [(gap.requirement_id, gap.steps) for gap in too_old.missing] == [("a-program#age", ())]


@pytest.mark.parametrize(
    ("leaf", "gainable"),
    [
        pytest.param(DIPLOMA, True, id="education"),
        pytest.param(a_leaf("education", below_level="high_school"), False, id="a diploma stays"),
        pytest.param(a_leaf("employment", employer="Ford"), False, id="employer"),
        pytest.param(a_leaf("membership", union="UAW"), False, id="union"),
        pytest.param(a_leaf("residency", states=["IL"]), False, id="place"),
        pytest.param(a_leaf("enrollment", enrolled_in="high_school"), False, id="enrollment"),
        pytest.param(a_leaf("justice", bars=["felony"]), False, id="justice history"),
        pytest.param(
            a_leaf("employment", employer_sponsor=True), True, id="a sponsor can be found"
        ),
        pytest.param(a_leaf("employment", employer="Ford", by="hire"), False, id="by hiring day"),
        pytest.param(a_leaf("employment", employer="Ford", by="start"), True, id="by the start"),
        pytest.param(a_leaf("other", fact="own_transport"), True, id="transport"),
        pytest.param(a_leaf("other", agree="dues"), True, id="a promise"),
        pytest.param(a_leaf("other"), False, id="text only"),
    ],
)
def test_what_can_be_gained(leaf: Any, gainable: bool) -> None:
    assert judged(a_program(leaf)).requirements[1].gainable is gainable


def test_every_settled_requirement_says_which_field_decided() -> None:
    match = judged(a_program(ADULT, DIPLOMA, LICENSE), age=18, level="high_school")
    assert [each.because for each in match.requirements[1:]] == ["age", "education", None]
    assert match.requirements[3].asks == "facts.driver_license"
