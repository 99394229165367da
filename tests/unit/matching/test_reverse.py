"""Who of a list can go to a program, or is one step short, and for whom that is new."""

from __future__ import annotations

from matching.reverse import reached, verdicts
from matching.where import Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_leaf, a_profile, a_program

PROGRAM = a_program(
    a_leaf("age", start_at=18), a_leaf("education", "p#school", min_level="high_school")
)
HOME: Whereabouts = MILWAUKEE
PEOPLE = {
    "ready": (a_profile(age=20, level="high_school"), HOME),
    "short": (a_profile(age=20, level="some_high_school"), HOME),
    "far": (a_profile(age=14, level="in_high_school"), HOME),
    "unknown": (a_profile(), HOME),
}


def test_open_doors_come_first_and_what_is_far_off_not_at_all() -> None:
    found = reached(PROGRAM, PEOPLE, TODAY)
    assert [one.person_id for one in found] == ["ready", "unknown", "short"]
    assert [one.is_open for one in found] == [True, True, False]


def test_only_what_changed_is_new() -> None:
    before = {**verdicts(PROGRAM, PEOPLE, TODAY), "ready": "not_now"}
    newly = [one.person_id for one in reached(PROGRAM, PEOPLE, TODAY, before) if one.newly]
    assert newly == ["ready"]


def test_whoever_was_not_there_before_is_new() -> None:
    assert all(one.newly for one in reached(PROGRAM, PEOPLE, TODAY))
