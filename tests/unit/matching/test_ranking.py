"""What comes first, what stands behind, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from matching.catalog import Catalog
from matching.match import Match
from matching.program import Program, ServiceArea
from matching.ranking import finds, rank
from matching.what_if import doors
from matching.where import NOWHERE, Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_group, a_leaf, a_profile, a_program, a_site, a_term

ADULT = a_leaf("age", start_at=18)
WISCONSIN = ServiceArea(states=("WI",))


def named(program_id: str, *rules: Any, **fields: Any) -> Program:
    return a_program(*(rules or (ADULT,)), **{"id": program_id, **fields})


def order(*programs: Program, where: Whereabouts = MILWAUKEE, **person: Any) -> list[str]:
    return [each.program_id for each in ranked(*programs, where=where, **person)]


def ranked(*programs: Program, where: Whereabouts = MILWAUKEE, **person: Any) -> list[Match]:
    return rank(a_profile(**person), programs, where, TODAY)


@pytest.mark.parametrize(
    ("first", "second", "person"),
    [
        pytest.param(
            named("b"),
            named("a", sectors=("healthcare",)),
            {"likes": ["construction"]},
            id="what is liked",
        ),
        pytest.param(
            named("b"), named("a"), {"occupations": ["47-2111"]}, id="the job that was named"
        ),
        pytest.param(
            named("b", serves=WISCONSIN), named("a"), {}, id="one's own state before the country"
        ),
        pytest.param(named("b", sites=(a_site(),)), named("a"), {}, id="a door nearby"),
        pytest.param(
            named("b", ADULT),
            named("a", a_leaf("age", start_at=20)),
            {"age": 19},
            id="open before a step away",
        ),
        pytest.param(
            named("b"), named("a", kind="college", sectors=()), {}, id="a program before a college"
        ),
        pytest.param(
            named("b"),
            named("a", kind="job_center"),
            {"likes": ["construction"]},
            id="a program before an office",
        ),
        pytest.param(
            named("b"),
            named("a", a_leaf("employment", employer="Ford")),
            {"age": 19},
            id="open to all before insiders",
        ),
        pytest.param(
            named("b", kind="apprenticeship", pay_while_training=a_term()),
            named("a"),
            {},
            id="paid while learning",
        ),
        pytest.param(
            named("b", supports=("childcare",)),
            named("a"),
            {"facts": {"needs_childcare": True}},
            id="help that is needed",
        ),
    ],
)
def test_the_better_fit_comes_first(
    first: Program, second: Program, person: dict[str, Any]
) -> None:
    if "occupations" in person:
        first = named("b", occupations=("47-2111",))
    assert order(second, first, **person) == ["b", "a"]


def test_insiders_come_first_where_they_belong() -> None:
    ford = named("ford", a_leaf("employment", employer="Ford", months=3))
    person = {"age": 30, "facts": {"employer": "Ford Motor Company"}}
    assert (
        order(ford, named("open", sectors=("healthcare",)), likes=["construction"], **person)[0]
        == "ford"
    )


def test_an_office_stands_before_what_only_insiders_can_use() -> None:
    ford = named("a-ford", a_leaf("employment", employer="Ford"))
    office = named("office", kind="job_center")
    assert order(ford, office, likes=["construction"], age=19)[0] == "office"


def test_an_office_stands_before_what_nobody_asked_for_and_before_closed_doors() -> None:
    office = named("office", kind="job_center")
    unliked = named("a-unliked", sectors=("healthcare",), serves=WISCONSIN, sites=(a_site(),))
    far = named("a-far", serves=ServiceArea(states=("NV",)))
    assert order(unliked, far, office, likes=["construction"], age=19)[0] == "office"


def test_a_program_of_disliked_sectors_alone_is_left_out() -> None:
    assert order(named("a"), dislikes=["construction"]) == []
    both = named("both", sectors=("construction", "energy"))
    assert order(both, named("calm", sectors=("energy",)), dislikes=["construction"]) == [
        "calm",
        "both",
    ]


def test_offices_and_colleges_are_never_disliked_away() -> None:
    assert order(named("office", kind="job_center"), dislikes=["construction"]) == ["office"]


def test_far_from_everything_the_country_and_the_states_own_office_remain() -> None:
    montana = Whereabouts("Jordan", "Garfield", "MT", 47.32, -106.9)
    whole = named("offices", kind="job_center")
    own = named(
        "mt-office", kind="job_center", part_of="offices", serves=ServiceArea(states=("MT",))
    )
    other = named("wi-office", kind="job_center", part_of="offices", serves=WISCONSIN)
    city = named("city", serves=ServiceArea(cities=("Milwaukee, WI",)), sites=(a_site(),))
    matches = ranked(named("country"), city, whole, own, other, where=montana, age=19)
    assert [each.program_id for each in finds(matches)] == ["country", "mt-office"]
    assert matches[1].parts == ("offices",)


def test_a_whole_speaks_for_its_parts() -> None:
    part = named("a-part", part_of="whole")
    matches = ranked(part, named("whole"), named("other", sectors=("energy",)), age=19)
    assert [each.program_id for each in matches] == ["other", "whole", "a-part"]
    assert [each.program_id for each in finds(matches)] == ["other", "whole"]


def test_an_open_part_speaks_for_a_whole_that_is_shut() -> None:
    grown = named("whole", a_leaf("age", max_age=17))
    matches = ranked(named("part", part_of="whole"), grown, age=19)
    assert [each.program_id for each in finds(matches)] == ["part"]


def test_a_part_for_pupils_speaks_to_pupils_for_a_whole_that_is_not() -> None:
    rule = a_leaf("other", "x#rule")
    part = named("part", rule, kind="high_school_program", part_of="whole")
    family = (part, named("whole", rule))
    pupil = {"age": 16, "level": "in_high_school", "grade": 11}
    assert [each.program_id for each in finds(ranked(*family, **pupil))] == ["part"]
    assert [each.program_id for each in finds(ranked(*family, age=30))] == ["whole"]


@pytest.mark.parametrize("loop", ["a", "b"], ids=["part of itself", "parts of each other"])
def test_parts_that_go_in_a_circle_do_no_harm(loop: str) -> None:
    assert len(order(named("a", part_of=loop), named("b", part_of="a"))) == 2


def test_a_schooling_gap_names_who_teaches_nearby() -> None:
    diploma = named("a", a_leaf("education", min_level="high_school"))
    school = named("school", serves=WISCONSIN, supports=("ged",), cost=a_term(usd=0))
    far = named("far", serves=ServiceArea(nationwide=True), supports=("ged",))
    closed = named("union", a_leaf("membership", union="UAW"), serves=WISCONSIN, supports=("ged",))
    matches = ranked(diploma, school, far, closed, age=19, level="some_high_school", grade=10)
    steps = next(each for each in matches if each.program_id == "a").missing[0].steps
    assert [(step.code, step.program_id, step.cost_usd) for step in steps] == [
        ("step.diploma", None, None),
        ("step.study_at", "school", 0),
    ]


def test_an_example_of_an_offering_is_no_find_and_speaks_for_nobody() -> None:
    example = named("whole-example", part_of="whole", sites=(a_site(),))
    found = finds(ranked(example, named("whole"), age=19))
    assert [each.program_id for each in found] == ["whole"]


def test_insiders_programs_are_found_last_and_only_where_they_may_be() -> None:
    union = a_leaf("membership", "a#union", union="UAW")
    here = named("a-here", union, serves=WISCONSIN)
    far = named("a-far", union, serves=None, sites=(a_site(lat=41.5, lon=-75.6),))
    unknown = named("a-unknown", union, serves=None)
    found = finds(ranked(here, far, unknown, named("open", sectors=("energy",)), age=19))
    assert [(each.program_id, each.only_if) for each in found] == [
        ("open", ()),
        ("a-here", ("a#union",)),
    ]


def test_who_named_the_employer_is_in_no_doubt() -> None:
    ford = named("ford", a_leaf("employment", employer="Ford"), serves=None)
    [match] = finds(ranked(ford, facts={"employer": "Ford Motor Company"}))
    assert match.only_if == ()


def test_the_union_named_is_not_enough_where_another_employer_is_asked_for() -> None:
    union = a_leaf("membership", "x#union", union="United Auto Workers")
    ford = named("a-ford", a_leaf("employment", "a-ford#job", employer="Ford"), union)
    motors = named("gm", a_leaf("employment", "gm#job", employer="General Motors"), union)
    person = {"employer": "GM", "union": "UAW"}
    found = finds(ranked(ford, motors, facts=person, age=19))
    assert [(each.program_id, each.only_if) for each in found] == [
        ("gm", ()),
        ("a-ford", ("a-ford#job",)),
    ]


def test_a_union_may_well_be_of_the_kind_that_is_asked_for() -> None:
    fund = named("fund", a_leaf("membership", union="an SEIU local in the fund"), serves=None)
    [match] = finds(ranked(fund, facts={"union": "SEIU-UHW"}, age=19))
    assert (match.verdict, match.only_if) == ("likely", ())
    assert finds(ranked(fund, facts={"union": "UNITE HERE Local 26"}, age=19)) == []


@pytest.mark.parametrize(
    "person",
    [
        pytest.param({"age": 19, "level": "high_school"}, id="with a diploma"),
        pytest.param({"age": 20}, id="grown"),
    ],
)
def test_who_is_past_school_finds_the_programs_of_schools_behind(person: dict[str, Any]) -> None:
    pupils = named("a", kind="high_school_program", sites=(a_site(),))
    everyone = named("b", a_leaf("age", start_at=16))
    assert order(pupils, everyone, **person) == ["b", "a"]
    assert order(pupils, everyone, age=19)[0] == "a"


VETERAN = a_leaf("experience", "a#veteran", fact="veteran")
OTHERS = a_leaf("other", "a#others")


@pytest.mark.parametrize(
    ("behind", "person"),
    [
        pytest.param(
            named("a", occupations=("47-2152",)),
            {"likes": ["construction"], "occupations": ["47-2111"]},
            id="for another job than the one named",
        ),
        pytest.param(
            named("a", kind="reentry_program"), {"age": 30}, id="for people with a record"
        ),
        pytest.param(
            named("a"), {"age": 15, "level": "in_high_school", "grade": 9}, id="while at school"
        ),
        pytest.param(
            named("a", a_leaf("age", max_age=25, sometimes=True)),
            {"age": 60},
            id="past an age that most places ask for",
        ),
        pytest.param(
            named("a", a_leaf("employment", work_status=["unemployed"])),
            {"facts": {"employed": True}},
            id="for people out of work",
        ),
        pytest.param(
            named("a", a_group("any_of", VETERAN, OTHERS)),
            {"age": 30},
            id="for veterans and some others",
        ),
        pytest.param(
            named("a", a_leaf("other", steps=["referral"])), {"age": 30}, id="only when sent"
        ),
        pytest.param(
            named("a", a_leaf("enrollment", grades=[11, 12])), {"age": 30}, id="for school grades"
        ),
        pytest.param(
            named("a", sectors=("construction", "energy", "technology", "healthcare", "aerospace")),
            {"likes": ["construction"]},
            id="of very many fields",
        ),
    ],
)
def test_what_is_less_for_this_person_stands_behind(
    behind: Program, person: dict[str, Any]
) -> None:
    kind = "high_school_program" if "level" in person else "academy"
    plain = named("b", a_leaf("other", "b#entry"), kind=kind)
    assert order(behind, plain, **person)[0] == "b"


def test_what_meets_two_wishes_comes_before_what_meets_one() -> None:
    both = named("b", sectors=("construction", "energy"))
    one = named("a", sectors=("construction", "technology"))
    assert order(one, both, likes=["construction", "energy"]) == ["b", "a"]
    assert order(one, both, likes=["construction"]) == ["a", "b"]


def test_people_with_a_record_find_programs_made_for_them() -> None:
    reentry = named("b", kind="reentry_program")
    assert order(reentry, named("a"), facts={"justice_involved": True})[0] == "a"
    assert order(reentry, named("c"), facts={"justice_involved": True})[0] == "b"


def test_what_one_joins_online_is_nowhere_far() -> None:
    ohio = (a_site(lat=39.1, lon=-84.5, state="OH"),)
    there, online = named("a", sites=ohio), named("b", sites=ohio, schedule=("online",))
    assert order(there, online, age=19) == ["b", "a"]


def test_help_for_other_fields_stands_behind_help_for_all() -> None:
    trades = named("a", kind="support", sectors=("construction",))
    everyone = named("b", kind="support", sectors=())
    assert order(trades, everyone, likes=["healthcare"]) == ["b", "a"]


def test_what_is_made_for_some_people_stands_a_little_back_until_they_say_so() -> None:
    rule = a_leaf("other", "a#group", group=["women"])
    women, everyone = named("a", rule), named("b", a_leaf("other", "b#entry"))
    assert order(women, everyone, age=19) == ["b", "a"]
    wished = {"likes": ["construction"]}
    assert order(women, named("c", sectors=("energy",)), age=19, **wished) == ["a", "c"]


def test_what_states_no_rules_stands_back_until_it_is_what_somebody_likes() -> None:
    unread, read = a_program(id="a"), named("b")
    assert order(unread, read) == ["b", "a"]
    assert order(unread, read, likes=["construction"]) == ["a", "b"]


def test_a_door_far_off_in_another_state_stands_back() -> None:
    ohio = a_site(lat=39.1, lon=-84.5, state="OH")
    states = ServiceArea(states=("WI", "OH"))
    far = named("far", sites=(ohio,), serves=states)
    assert order(far, named("near", kind="college", sectors=()), age=19)[0] == "near"
    country = named("country", sites=(ohio,))
    office = named("office", kind="job_center")
    assert order(far, country, office, age=19) == ["office", "country", "far"]


def test_a_limit_keeps_the_best() -> None:
    programs = [named("b"), named("a"), named("c", sectors=("energy",))]
    person = a_profile(likes=["energy"])
    assert [each.program_id for each in rank(person, programs, NOWHERE, TODAY, 2)] == ["c", "a"]


def test_a_change_says_what_opens_and_what_closes() -> None:
    diploma = named("a", a_leaf("education", min_level="high_school"))
    without = named("b", a_leaf("education", below_level="high_school"))
    before, after = a_profile(level="some_high_school"), a_profile(level="high_school")
    catalog = Catalog((diploma, without))
    found = doors((before, MILWAUKEE), (after, MILWAUKEE), catalog, TODAY)
    assert found == (("a",), ("b",))


def test_a_move_is_a_change_too() -> None:
    here = named("a", serves=WISCONSIN)
    moved = (a_profile(), Whereabouts(state="NV"))
    assert doors((a_profile(), NOWHERE), moved, Catalog((here,)), TODAY) == ((), ("a",))
