"""Who decides, and whose rule counts, is said aloud: in the talk, not only on the card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.talker import Talker

Someone = Callable[..., Talker]
WIOA = ["wioa-adult", "wioa-dislocated-worker", "wioa-youth-in-school", "wioa-youth-out-of-school"]
UNSAID = {  # whether they study now nobody said
    "age": 19,
    "education": {"level": "some_high_school", "grade": 10},
    "location": {"city": "Milwaukee", "state": "WI"},
}
LEFT_SCHOOL = {
    "age": 19,
    "education": {"level": "some_high_school"},
    "location": {"city": "Milwaukee", "state": "WI"},
    "facts": {"enrolled_in_school": False},
}
MOTHER = {**UNSAID, "facts": {"parent_or_pregnant": True}}
PUPIL = {
    **LEFT_SCHOOL,
    "age": 15,
    "education": {"level": "in_high_school", "grade": 9},
    "facts": {},
}
GROWN = {**LEFT_SCHOOL, "age": 45}
FACTORY_CLOSED = {**GROWN, "facts": {"laid_off": True, "employed": False}}


def shown(talker: Talker) -> list[str]:
    cards = [item for item in talker.last["messages"] if item["type"] == "matches"]
    return [match["program_id"] for item in cards for match in item["matches"]]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("person", "program_id"),
    [
        (LEFT_SCHOOL, WIOA[3]),
        (PUPIL, WIOA[2]),
        (GROWN, WIOA[0]),
        (FACTORY_CLOSED, WIOA[1]),
        (UNSAID, WIOA[3]),
        (MOTHER, WIOA[3]),
    ],
    ids=["left school", "at school", "grown", "laid off", "left school, it seems", "a mother"],
)
def test_a_name_of_several_programs_is_answered_by_the_one_that_fits(
    someone: Someone, person: dict[str, Any], program_id: str, language: str
) -> None:
    talker = someone(language=language).says("inform", person)
    talker.says("ask_eligibility", text="can I get WIOA help?", mentions=WIOA)
    assert shown(talker) == [program_id]
    assert "eligibility.first_look.job_center" in talker.codes
    assert {button["choice"].get("program_id") for button in talker.last["quick_replies"]} >= (
        set(WIOA) - {program_id}
    )


def test_asking_for_a_help_by_name_asks_whether_one_gets_it(someone: Someone) -> None:
    talker = someone().says("inform", LEFT_SCHOOL)
    talker.says("ask_support", text="can i get wioa help?", mentions=WIOA)
    assert shown(talker) == [WIOA[3]]
    talker.says("ask_support", text="does wioa help with child care?", mentions=WIOA[:1])
    assert "eligibility.first_look.job_center" not in talker.codes


def test_why_says_that_an_office_decides(someone: Someone) -> None:
    talker = someone().says("inform", LEFT_SCHOOL)
    talker.says("ask_eligibility", mentions=WIOA)
    talker.says("help", text="why?")
    assert talker.codes[0].startswith("about.why")
    assert "eligibility.first_look.job_center" in talker.codes


@pytest.mark.parametrize(
    ("program_id", "place", "said"),
    [
        ("wioa-youth-out-of-school", {"city": "Concord", "state": "NH"}, "New Hampshire"),
        ("ged-hiset-adult-education", {"city": "Fresno", "state": "CA"}, "California"),
        ("ged-hiset-adult-education", {"zip": "93701"}, "California"),
    ],
)
def test_the_rule_of_ones_state_is_named(
    someone: Someone, program_id: str, place: dict[str, str], said: str
) -> None:
    talker = someone().says("inform", {**LEFT_SCHOOL, "location": place})
    talker.says("ask_eligibility", mentions=[program_id])
    assert {"eligibility.own_rule", "eligibility.own_age"} & set(talker.codes)
    assert any(said in text for text in talker.texts)


def test_elsewhere_no_such_rule_is_named(someone: Someone) -> None:
    talker = someone().says("inform", {**LEFT_SCHOOL, "location": {"city": "Reno", "state": "NV"}})
    talker.says("ask_eligibility", mentions=["ged-hiset-adult-education"])
    assert not {"eligibility.own_rule", "eligibility.own_age"} & set(talker.codes)


def test_what_was_asked_for_one_program_is_answered_for_it(someone: Someone) -> None:
    """Income leads to the household's size, and both back to the program, not to the list."""
    nurse = {
        "age": 22,
        "education": {"level": "high_school"},
        "location": {"city": "Austin", "state": "TX"},
        "interests": {"likes": ["healthcare"]},
    }
    program = "capital-idea-austin"
    talker = someone().says("inform", nurse).says("ask_eligibility", mentions=[program])
    asked_for = {"kind": "field", "name": "household_income_usd", "program_id": program}
    talker.state["awaiting"] = asked_for
    talker.says("inform", {"household_income_usd": 30000}, text="30k")
    assert shown(talker) == [program]
    assert talker.state["awaiting"]["name"] == "household_size"
    talker.says("inform", {"household_size": 4}, text="4")
    assert shown(talker) == [program]
    [card] = [item["matches"][0] for item in talker.last["messages"] if item["type"] == "matches"]
    [income] = [one for one in card["requirements"] if one["id"] == f"{program}#income"]
    assert income["status"] == "met" and "$66,000" in income["note"]


def test_what_somebody_likes_moves_the_list_whoever_it_was_asked_for(someone: Someone) -> None:
    talker = someone().says("inform", UNSAID).says("ask_eligibility", mentions=WIOA[3:])
    assert talker.state["awaiting"]["name"] == "interests"
    talker.says("inform", {"interests": {"likes": ["construction"]}}, text="building")
    assert len(shown(talker)) > 1
