"""What-ifs, corrections, a fresh start, deletion: exactly what changed, and nothing more."""

from __future__ import annotations

from collections.abc import Callable

from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
GED = {"education": {"level": "high_school"}}
NO_SCHOOL = {
    "age": 20,
    "education": {"level": "some_high_school", "grade": 9},
    "location": {"city": "Charleston", "state": "SC"},
    "interests": {"likes": ["aerospace"]},
}


def test_a_what_if_opens_doors_and_keeps_nothing(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL)
    before = talker.state["profile"]
    talker.says("what_if", GED, hypothetical=True)
    assert talker.state["profile"] == before
    assert "readysc-boeing" in talker.last["changed"]["opened"]
    assert "what_if.opens" in talker.codes
    assert talker.cards


def test_a_what_if_can_be_kept(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    talker.says("affirm")
    assert talker.state["profile"]["education"]["level"] == "high_school"


def test_keep_it_keeps_it_even_when_it_sounds_like_saving_a_plan(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    talker.says("save_plan", text="keep it")
    assert talker.state["profile"]["education"]["level"] == "high_school"
    assert talker.state["saved"] == []


def test_something_to_print_keeps_nothing_that_was_only_tried(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    talker.says("save_plan", text="make me a sheet I can hand to her")
    assert talker.state["profile"]["education"]["level"] != "high_school"


def test_the_button_keeps_it_too(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    talker.presses("It is true, keep it")
    assert talker.state["profile"]["education"]["level"] == "high_school"


def test_a_what_if_can_be_left(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    talker.presses("Leave it as it was")
    assert talker.state["profile"]["education"]["level"] == "some_high_school"
    assert talker.labels


def test_a_bare_what_if_offers_what_to_try(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if")
    assert "With a GED?" in talker.labels
    talker.presses("With a GED?")
    assert talker.codes[0] == "what_if.trying"
    assert talker.state["profile"]["education"]["level"] == "some_high_school"


def test_a_correction_changes_one_thing_and_names_what_left_the_list(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    before = talker.state["profile"]
    talker.says("correct", {"interests": {"dislikes": ["construction"]}})
    after = talker.state["profile"]
    assert after["interests"] == {
        "likes": ["manufacturing"], "dislikes": ["construction"], "occupations": [],
    }  # fmt: skip
    assert {**after, "interests": None} == {**before, "interests": None}
    assert talker.codes[0] == "correction.disliked"
    assert "no construction" in talker.text
    assert "matching.closed" in talker.codes


def test_a_new_value_is_said_without_calling_the_old_one_lost(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("correct", {"age": 18})
    assert talker.codes[0] == "correction.changed"
    assert "correction.removed" not in talker.codes
    assert talker.state["profile"]["age"] == 18


def test_what_is_forgotten_is_named(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("correct", {"age": None})
    assert talker.state["profile"]["age"] is None
    assert talker.codes[0] == "correction.removed"
    assert "age 19" in talker.text


def test_a_correction_of_nothing_tells_what_is_known(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("correct")
    assert "correction.what" in talker.codes
    assert "Milwaukee" in talker.text


def test_an_edit_of_a_single_requirement_shows_the_card_anew(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE)
    talker.says("correct", {"confirmed": {"wrtp-big-step#physical": True}})
    statuses = {one["id"]: one["status"] for one in talker.cards["wrtp-big-step"]["requirements"]}
    assert statuses["wrtp-big-step#physical"] == "met"


def test_start_over_forgets_everything(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("restart", text="start over")
    assert talker.last["effect"] == "restart"
    assert talker.state["profile"]["age"] is None
    assert talker.state.get("shown", []) == []


def test_deleting_is_asked_once_and_then_done(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("delete_my_data", text="delete my chat")
    assert talker.last["effect"] is None
    talker.says("affirm")
    assert talker.last["effect"] == "delete"
    assert talker.state["profile"]["age"] is None


def test_deleting_can_be_called_off(someone: Someone) -> None:
    talker = (
        someone()
        .says("inform", MILWAUKEE)
        .says("delete_my_data", text="delete my chat")
        .presses("No, keep it")
    )
    assert talker.last["effect"] is None
    assert talker.state["profile"]["age"] == 19


def test_an_old_delete_button_does_nothing_by_itself(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("delete_my_data", text="delete my chat")
    deleting = talker.last["quick_replies"]
    talker.says("thank")
    talker.last["quick_replies"] = deleting
    talker.presses("Yes, delete it")
    assert talker.last["effect"] is None


def test_a_yes_on_a_card_is_no_yes_to_deleting(someone: Someone) -> None:
    talker = someone().says("inform", MILWAUKEE).says("delete_my_data", text="delete my chat")
    pressed = {"intent": "affirm", "delta": {"confirmed": {"wrtp-big-step#physical": True}}}
    talker.last["quick_replies"] = [{"label": {"code": "buttons.yes"}, "choice": pressed}]
    talker.presses("Yes")
    assert talker.last["effect"] is None
    assert talker.state["profile"]["confirmed"] == {"wrtp-big-step#physical": True}


def near_or_serving(talker: Talker) -> bool:
    return all(
        card["serves_location"] or (card["distance_miles"] or 999) <= 60
        for card in talker.cards.values()
    )


def test_a_what_if_names_doors_that_take_people_from_here(someone: Someone) -> None:
    talker = someone().says("inform", NO_SCHOOL).says("what_if", GED, hypothetical=True)
    assert talker.cards
    assert near_or_serving(talker)
    assert all("aerospace" in card["sectors"] for card in talker.cards.values())


def test_a_move_opens_doors_where_one_would_live(someone: Someone) -> None:
    reno = {"location": {"city": "Reno", "state": "NV"}}
    talker = someone().says("inform", MILWAUKEE).says("what_if", reno, hypothetical=True)
    opened = set(talker.last["changed"]["opened"])
    assert "calnev-line-jatc" in opened or "iuoe3-northern-california-nevada-utah-hawaii" in opened
    assert "wrtp-big-step" in talker.last["changed"]["closed"]
    assert near_or_serving(talker)


def test_other_work_is_named_as_such_when_nothing_liked_opens(someone: Someone) -> None:
    wichita = {
        "age": 25,
        "education": {"level": "some_high_school", "grade": 11},
        "location": {"city": "Wichita", "state": "KS"},
        "interests": {"likes": ["aerospace"]},
    }
    talker = someone().says("inform", wichita).says("what_if", GED, hypothetical=True)
    assert "what_if.opens_others" in talker.codes
    assert near_or_serving(talker)


def test_a_class_for_the_diploma_one_would_have_is_no_loss(someone: Someone) -> None:
    told = {**NO_SCHOOL, "interests": {"likes": []}}
    talker = someone().says("inform", told).says("what_if", GED, hypothetical=True)
    assert "ged-hiset-adult-education" not in talker.last["changed"]["closed"]
