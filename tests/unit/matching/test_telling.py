"""The doors a change opens are named near before far, and of the work they like before other."""

from __future__ import annotations

from typing import Any

import pytest

from matching.judging import judge_all
from matching.nearness import Nearness, nearness_of
from matching.program import Program, ServiceArea
from matching.rules.case import Case
from matching.telling import worth_naming
from matching.where import NOWHERE, Whereabouts
from tests.builders import EVERYWHERE, MILWAUKEE, TODAY, a_leaf, a_profile, a_program, a_site

RENO = {"city": "Reno", "state": "NV", "lat": 39.53, "lon": -119.81}
OF_NEVADA = ServiceArea(states=("NV",))
PLACES: dict[str, dict[str, Any]] = {
    "here": {"serves": ServiceArea(states=("WI",)), "sites": (a_site(),)},
    "in-state": {"serves": ServiceArea(states=("WI",))},
    "nationwide": {"serves": EVERYWHERE},
    "far": {"serves": EVERYWHERE, "sites": (a_site(**RENO),)},
    "unsaid": {"serves": None},
}


def named(
    *programs: Program, home: Whereabouts = MILWAUKEE, **wishes: Any
) -> tuple[str, list[str]]:
    profile = a_profile(city=home.city, state=home.state, **wishes)
    matches = judge_all(Case(profile, home, TODAY), programs)
    told = worth_naming(profile, home, matches, {one.id: one for one in programs})
    return told.kind, [match.program_id for match in told.matches]


def at(place: str, **fields: Any) -> Program:
    return a_program(**{"id": place, **PLACES[place], **fields})


@pytest.mark.parametrize(
    ("place", "nearness"),
    list(zip(PLACES, Nearness, strict=True)),
)
def test_a_program_is_as_near_as_its_door_and_its_area_say(place: str, nearness: Nearness) -> None:
    case = Case(a_profile(state="WI"), MILWAUKEE, TODAY)
    [match] = judge_all(case, [at(place)])
    assert nearness_of(match, MILWAUKEE) is nearness


def test_of_somebody_whose_home_is_unknown_nothing_is_far() -> None:
    kind, ids = named(*map(at, PLACES), home=NOWHERE)
    assert kind == "wished"
    assert set(ids) == set(PLACES)


def test_what_is_near_is_named_the_nearest_first_and_what_is_far_is_not() -> None:
    assert named(at("nationwide"), at("far"), at("in-state"), at("here")) == (
        "wished",
        ["here", "in-state", "nationwide"],
    )


def test_the_work_they_like_goes_before_what_is_nearer() -> None:
    liked = at("nationwide", sectors=("healthcare",))
    assert named(at("here"), liked, likes=("healthcare",)) == ("wished", ["nationwide"])


def test_other_work_around_goes_before_liked_work_far_off() -> None:
    liked = at("far", sectors=("healthcare",))
    assert named(at("here"), liked, likes=("healthcare",)) == ("others", ["here"])


def test_what_is_far_is_named_only_where_nothing_near_is() -> None:
    liked = at("far", sectors=("healthcare",))
    assert named(liked, at("unsaid"), likes=("healthcare",)) == ("far", ["far"])


def test_other_work_far_off_is_not_worth_naming() -> None:
    assert named(at("far"), likes=("healthcare",)) == ("", [])


def test_a_family_is_named_once_and_insiders_doors_and_examples_never() -> None:
    whole, part = at("here"), at("in-state", part_of="here")
    workplace = at("nationwide", id="for-workers", requirements=(a_leaf(employer="acme"),))
    example = at("nationwide", id="some-example")
    assert named(whole, part, workplace, example) == ("wished", ["here"])
