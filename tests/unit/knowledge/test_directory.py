"""The shelves of a listing count what stands on them, and nothing twice."""

from __future__ import annotations

from knowledge.content_files.fields import Kind
from knowledge.directory import directory_of, states_of
from matching.program import KINDS, ServiceArea
from tests.builders import a_ladder, a_program, a_rung, a_site


def test_a_program_stands_on_a_shelf_of_each_of_its_sectors() -> None:
    both = a_program(id="a", sectors=("construction", "energy"))
    one = a_program(id="b", sectors=("energy",))
    shelves = directory_of([one, both], [])
    assert shelves.by_sector == {"construction": 1, "energy": 2}
    assert [program.id for program in shelves.listed] == ["a", "b"]


def test_a_state_is_named_by_a_door_a_town_or_a_county_and_counted_once() -> None:
    area = ServiceArea(states=("IL",), counties=("Dane, WI",), cities=("Gary, IN",))
    program = a_program(serves=area, sites=(a_site(), a_site(city="Madison")))
    assert states_of(program) == {"WI", "IL", "IN"}
    assert directory_of([program], []).by_state == {"IL": 1, "IN": 1, "WI": 1}


def test_what_serves_the_whole_country_names_no_state() -> None:
    assert states_of(a_program()) == frozenset()


def test_a_record_that_is_an_example_is_on_no_shelf() -> None:
    shelves = directory_of([a_program(id="masons-example")], [a_ladder(a_rung())])
    assert not shelves.listed
    assert not shelves.by_kind
    assert len(shelves.ladders) == 1


def test_the_kinds_people_choose_from_are_those_an_operator_may_write() -> None:
    assert set(Kind.__args__) == set(KINDS)
