"""A plan keeps of a person only what its programs are judged by, and judges the same with it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from matching.profile_json import profile_from
from tests.web.plan_boards import advice_in
from web.chat.plans.keeping import kept_of

PEOPLE: dict[str, dict[str, Any]] = {
    "somebody of whom much is known": {
        "age": 17,
        "next_birthday": "2027-03",
        "education": {"level": "some_high_school", "grade": 9},
        "location": {"city": "Milwaukee", "state": "WI"},
        "interests": {"likes": ["construction"], "dislikes": ["healthcare"]},
        "facts": {
            "veteran": False, "justice_involved": True, "low_income": True, "employed": False,
            "laid_off": True, "employer": "GM", "foster_youth": True, "disability": True,
            "homeless": True, "parent_or_pregnant": True, "enrolled_in_school": False,
        },
        "credentials": ["cna"],
        "courses": ["algebra-1"],
        "test_scores": {"ged": 150},
        "gpa": 2.4,
        "experience_hours": {"47-2111": 4000},
        "household_income_usd": 20000,
        "household_size": 3,
        "confirmed": {"wrtp-big-step#physical": True, "job-corps#other": False},
    },
    "somebody who works": {
        "age": 34,
        "education": {"level": "high_school"},
        "location": {"zip": "89101"},
        "facts": {"employed": True, "union_member": True, "union": "Culinary"},
    },
}  # fmt: skip
EVERY = 12  # each so many programs of the release are looked at, a different tenth for each person


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_left_out_makes_no_difference(app: FastAPI, name: str) -> None:
    advice = advice_in(app.state.services, "en")
    person = PEOPLE[name]
    for program_id in list(advice.release.programs)[len(name) % EVERY :: EVERY]:
        kept = kept_of(person, [program_id], advice)
        [whole] = advice.judged(profile_from(person), [program_id])
        [less] = advice.judged(profile_from(kept), [program_id])
        assert (less.verdict, less.path) == (whole.verdict, whole.path), program_id
        assert "interests" not in kept


def test_a_fact_that_no_program_of_the_plan_asks_about_is_not_kept(app: FastAPI) -> None:
    advice = advice_in(app.state.services, "en")
    person = PEOPLE["somebody of whom much is known"]
    kept = kept_of(person, ["wrtp-big-step"], advice)
    assert set(kept) <= {"age", "education", "location", "next_birthday", "confirmed"}
    assert set(kept["confirmed"]) == {"wrtp-big-step#physical"}


def test_of_an_unknown_person_nothing_is_kept(app: FastAPI) -> None:
    assert kept_of({}, ["wrtp-big-step"], advice_in(app.state.services, "en")) == {}
