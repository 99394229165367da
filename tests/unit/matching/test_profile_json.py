"""Profiles in and out as JSON, changes to them, and what is refused and named."""

from __future__ import annotations

from typing import Any

import pytest

from matching.profile import Profile
from matching.profile_json import ProfileProblem, json_of, profile_after, profile_from

EXAMPLE: dict[str, Any] = {
    "age": 19,
    "next_birthday": "2027-03",
    "education": {"level": "some_high_school", "grade": 10},
    "location": {"city": "Milwaukee", "state": "WI", "zip": None},
    "interests": {
        "likes": ["construction", "manufacturing"],
        "dislikes": ["healthcare"],
        "occupations": ["47-2111"],
    },
    "facts": {"driver_license": True, "veteran": False, "employer": "Acme", "union": "IBEW"},
    "credentials": ["cna", "osha-10"],
    "courses": ["algebra-1"],
    "test_scores": {"ged": 150},
    "gpa": 2.4,
    "experience_hours": {"47-2111": 4000},
    "household_income_usd": None,
    "household_size": None,
    "confirmed": {"wrtp-big-step#age": True},
}


def test_a_profile_comes_back_whole() -> None:
    assert json_of(profile_from(EXAMPLE)) == EXAMPLE


def test_an_empty_profile_writes_every_key() -> None:
    assert json_of(profile_from({})).keys() == EXAMPLE.keys()
    assert profile_from(json_of(Profile())) == Profile()


def test_null_is_the_same_as_unsaid() -> None:
    assert profile_from(dict.fromkeys(EXAMPLE)) == Profile()


@pytest.mark.parametrize(
    ("json", "path"),
    [
        pytest.param([], "profile", id="a list"),
        pytest.param("19", "profile", id="text"),
        pytest.param({"name": "Ana"}, "name", id="a field nobody knows"),
        pytest.param({"age": "19"}, "age", id="a number as text"),
        pytest.param({"age": True}, "age", id="true is no number"),
        pytest.param({"age": 19.5}, "age", id="half a year"),
        pytest.param({"age": 4}, "age", id="just too young to be true"),
        pytest.param({"age": 121}, "age", id="just too old to be true"),
        pytest.param({"age": float("nan")}, "age", id="not a number"),
        pytest.param({"age": float("inf")}, "age", id="infinite"),
        pytest.param({"age": 10**5000}, "age", id="a number of five thousand digits"),
        pytest.param({"next_birthday": "March"}, "next_birthday", id="a month by name"),
        pytest.param({"next_birthday": "2027-13"}, "next_birthday", id="month thirteen"),
        pytest.param({"education": 10}, "education", id="a number for an object"),
        pytest.param({"education": {"level": "phd"}}, "education.level", id="a level nobody knows"),
        pytest.param({"education": {"grade": 13}}, "education.grade", id="grade thirteen"),
        pytest.param({"education": {"grade": -1}}, "education.grade", id="below kindergarten"),
        pytest.param({"education": {"school": "MIT"}}, "education.school", id="an inner slip"),
        pytest.param({"location": {"state": "Wisconsin"}}, "location.state", id="a state's name"),
        pytest.param({"location": {"state": "ZZ"}}, "location.state", id="no such state"),
        pytest.param({"location": {"zip": 53205}}, "location.zip", id="a ZIP as a number"),
        pytest.param({"location": {"zip": "00000"}}, "location.zip", id="no such ZIP"),
        pytest.param({"location": {"city": " "}}, "location.city", id="a blank city"),
        pytest.param({"location": {"city": "a\x00b"}}, "location.city", id="a NUL"),
        pytest.param({"location": {"city": "x" * 201}}, "location.city", id="an endless name"),
        pytest.param({"interests": {"likes": "construction"}}, "interests.likes", id="no list"),
        pytest.param({"interests": {"likes": ["fun"]}}, "interests.likes[0]", id="no sector"),
        pytest.param(
            {"interests": {"occupations": ["welder"]}}, "interests.occupations[0]", id="no code"
        ),
        pytest.param({"interests": {"only": True}}, "interests.only", id="a delta's word"),
        pytest.param({"facts": {"rich": True}}, "facts.rich", id="no such fact"),
        pytest.param({"facts": {"veteran": "yes"}}, "facts.veteran", id="yes is not true"),
        pytest.param({"facts": {"employer": True}}, "facts.employer", id="true is no name"),
        pytest.param({"credentials": [3]}, "credentials[0]", id="a number for a credential"),
        pytest.param({"courses": ["a"] * 101}, "courses", id="an endless list"),
        pytest.param({"test_scores": {"ged": "high"}}, "test_scores.ged", id="a score as text"),
        pytest.param({"gpa": 4.1}, "gpa", id="a grade average above four"),
        pytest.param(
            {"experience_hours": {"welding": 9}}, "experience_hours key", id="hours of no code"
        ),
        pytest.param(
            {"experience_hours": {"51-4121": -1}}, "experience_hours.51-4121", id="less than none"
        ),
        pytest.param({"household_size": 0}, "household_size", id="nobody in the household"),
        pytest.param({"household_income_usd": -5}, "household_income_usd", id="less than nothing"),
        pytest.param({"confirmed": {"a#b": "yes"}}, "confirmed.a#b", id="yes is not an answer"),
    ],
)
def test_what_cannot_be_is_named_with_what_would_fit(json: Any, path: str) -> None:
    with pytest.raises(ProfileProblem) as problem:
        profile_from(json)
    assert problem.value.path == path
    assert problem.value.code.startswith("misfit.")


@pytest.mark.parametrize(
    ("delta", "changed"),
    [
        pytest.param({}, {}, id="nothing changes nothing"),
        pytest.param({"age": None}, {"age": None}, id="null forgets"),
        pytest.param({"age": 20}, {"age": 20}, id="a value replaces a value"),
        pytest.param(
            {"education": {"level": "high_school"}},
            {"education": {"level": "high_school", "grade": 10}},
            id="absent inside is left alone",
        ),
        pytest.param(
            {"education": {"grade": None}},
            {"education": {"level": "some_high_school", "grade": None}},
            id="null inside forgets",
        ),
        pytest.param(
            {"location": None},
            {"location": {"city": None, "state": None, "zip": None}},
            id="a whole object is forgotten",
        ),
        pytest.param(
            {"location": {"zip": "53205"}},
            {"location": {"city": "Milwaukee", "state": "WI", "zip": "53205"}},
            id="a ZIP is added to a city",
        ),
        pytest.param(
            {"location": {"state": "IL"}},
            {"location": {"city": None, "state": "IL", "zip": None}},
            id="another state leaves the city behind",
        ),
        pytest.param(
            {"facts": {"veteran": None, "homeless": True}},
            {
                "facts": {
                    "driver_license": True,
                    "employer": "Acme",
                    "union": "IBEW",
                    "homeless": True,
                }
            },
            id="facts one by one",
        ),
        pytest.param(
            {"credentials": ["cdl"]}, {"credentials": ["cna", "osha-10", "cdl"]}, id="lists add"
        ),
        pytest.param({"courses": None}, {"courses": []}, id="a list is forgotten"),
        pytest.param(
            {"test_scores": {"act": 20}}, {"test_scores": {"ged": 150, "act": 20}}, id="scores add"
        ),
        pytest.param(
            {"confirmed": {"wrtp-big-step#age": None}}, {"confirmed": {}}, id="an answer taken back"
        ),
        pytest.param(
            {"remove": {"credentials": ["cna"]}}, {"credentials": ["osha-10"]}, id="one taken out"
        ),
    ],
)
def test_a_change_touches_what_it_names(delta: dict[str, Any], changed: dict[str, Any]) -> None:
    assert json_of(profile_after(profile_from(EXAMPLE), delta)) == {**EXAMPLE, **changed}


@pytest.mark.parametrize(
    ("delta", "likes", "dislikes"),
    [
        pytest.param(
            {"likes": ["energy"]}, "construction manufacturing energy", "healthcare", id="likes add"
        ),
        pytest.param(
            {"likes": ["healthcare"]},
            "construction manufacturing healthcare",
            "",
            id="a dislike turned",
        ),
        pytest.param(
            {"dislikes": ["construction"]},
            "manufacturing",
            "healthcare construction",
            id="a like turned",
        ),
        pytest.param(
            {"likes": ["energy"], "only": True},
            "energy",
            "healthcare",
            id="only replaces the likes",
        ),
        pytest.param(
            {"likes": ["energy"], "only": False},
            "construction manufacturing energy",
            "healthcare",
            id="not only",
        ),
        pytest.param(
            {"remove": {"likes": ["construction"]}},
            "manufacturing",
            "healthcare",
            id="one taken out",
        ),
        pytest.param(
            {"remove": {"dislikes": ["healthcare"]}},
            "construction manufacturing",
            "",
            id="a dislike taken out",
        ),
        pytest.param({"likes": None}, "", "healthcare", id="likes forgotten"),
        pytest.param(
            {"likes": ["energy"], "dislikes": ["energy"]},
            "construction manufacturing",
            "healthcare energy",
            id="both at once: no",
        ),
    ],
)
def test_interests_are_sets_with_verbs(delta: dict[str, Any], likes: str, dislikes: str) -> None:
    after = profile_after(profile_from(EXAMPLE), {"interests": delta}).interests
    assert (after.likes, after.dislikes) == (tuple(likes.split()), tuple(dislikes.split()))


@pytest.mark.parametrize(
    ("delta", "path"),
    [
        pytest.param(
            {"interests": {"only": "yes", "likes": []}}, "interests.only", id="only as text"
        ),
        pytest.param(
            {"interests": {"remove": ["construction"]}}, "interests.remove", id="remove as a list"
        ),
        pytest.param(
            {"remove": {"facts": ["veteran"]}}, "remove.facts", id="nothing to remove there"
        ),
    ],
)
def test_a_malformed_change_is_refused(delta: dict[str, Any], path: str) -> None:
    with pytest.raises(ProfileProblem) as problem:
        profile_after(Profile(), delta)
    assert problem.value.path == path
