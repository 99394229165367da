"""The job centers around a person, the nearest first, and how to reach the people of a program."""

from __future__ import annotations

import pytest

import locales
from knowledge.contacts import centers_for, contact_card, national_center
from knowledge.content import Content
from knowledge.release import Release
from matching.profile_fields import STATES
from matching.program import Program, ServiceArea
from matching.where import NOWHERE, Whereabouts
from tests.builders import MILWAUKEE, a_program, a_site, a_term

WISCONSIN = ServiceArea(states=("WI",))


def a_center(program_id: str, **fields: object) -> Program:
    """A job center of Wisconsin, without a door unless one is given."""
    given = {"id": program_id, "kind": "job_center", "serves": WISCONSIN}
    return a_program(**{**given, **fields})


def a_release(*programs: Program) -> Release:
    content = Content({program.id: program for program in programs})
    return Release("1-x", 1, "2026", "", content)


def test_the_nearest_center_is_first_and_one_without_a_door_last() -> None:
    far = a_center("far", sites=(a_site(city="Madison", lat=43.07, lon=-89.4),))
    near, unmapped = a_center("near", sites=(a_site(),)), a_center("a-state-office")
    found = centers_for(a_release(unmapped, far, near), MILWAUKEE)
    assert [center.id for center in found] == ["near", "far", "a-state-office"]


def test_a_center_of_another_state_or_a_closed_one_is_none_of_theirs() -> None:
    other = a_center("other", serves=ServiceArea(states=("IL",)))
    closed = a_center("closed", status="closed")
    nationwide = a_center("everywhere", serves=ServiceArea(nationwide=True))
    training = a_program(serves=WISCONSIN)
    assert centers_for(a_release(other, closed, nationwide, training), MILWAUKEE) == []
    assert centers_for(a_release(a_center("own")), NOWHERE) == []


def test_the_doors_are_told_nearest_first_with_their_distance() -> None:
    doors = (a_site(city="Madison", lat=43.07, lon=-89.4), a_site(), a_site(lat=None, lon=None))
    program = a_center("own", sites=doors)
    card = contact_card(program, a_release(program), MILWAUKEE, "en")
    assert [door["city"] for door in card["doors"]] == ["Milwaukee", "Madison", "Milwaukee"]
    assert card["doors"][0]["miles"] == pytest.approx(2.0, abs=0.2)
    assert not card["doors"][0]["near"]
    assert card["doors"][2]["miles"] is None


def test_a_door_in_the_middle_of_ones_town_is_just_near() -> None:
    program = a_center("own", sites=(a_site(lat=43.041, lon=-87.921),))
    assert contact_card(program, a_release(program), MILWAUKEE, "en")["doors"][0]["near"]


def test_hours_are_told_only_where_a_source_gives_them() -> None:
    silent, told = a_center("silent"), a_center("told", opening_hours=a_term())
    release = a_release(silent, told)
    assert contact_card(silent, release, NOWHERE, "en")["hours"] is None
    assert contact_card(told, release, NOWHERE, "en")["hours"]["text"] == "as stated"


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("state", sorted(STATES - {"AS", "GU", "MP", "VI"}))
def test_every_state_has_a_center_and_the_country_a_line(
    shipped: Release, state: str, language: str
) -> None:
    center = centers_for(shipped, Whereabouts(state=state))[0]
    assert contact_card(center, shipped, NOWHERE, language)["url"]
    national = national_center(shipped)
    assert national is not None
    assert national.phone
