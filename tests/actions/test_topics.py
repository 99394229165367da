"""Questions about one program or several: what is answered, and of which program."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actions.people import ALPINE, MILWAUKEE, NURSE_AIDE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


def test_pay_names_the_state_the_source_and_the_month(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", mentions=["imt-apprenticeship"])
    assert "Wisconsin" in milwaukee.text
    assert "$" in milwaukee.text
    assert "BLS, May 2025" in milwaukee.text
    assert milwaukee.state["in_view"] == "imt-apprenticeship"


def test_pay_of_several_names_each_of_them(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", mentions=["imt-apprenticeship", "wrtp-big-step"])
    assert "IMT" in milwaukee.text
    assert "WRTP" in milwaukee.text


def test_what_pays_well_is_answered_before_anything_is_known(someone: Someone) -> None:
    talker = someone().says("ask_pay")
    assert talker.codes == ["pay.best_jobs", "pay.which"]
    assert talker.text.count("$") == 3


def test_it_means_the_program_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", mentions=["imt-apprenticeship"])
    milwaukee.says("ask_cost", text="and what does it cost")
    assert "IMT" in milwaukee.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("the second one", 1, id="the second one"),
        pytest.param("how much does the first pay?", 0, id="before a verb"),
        pytest.param("what about #3", 2, id="#3"),
        pytest.param("la segunda", 1, id="Spanish"),
        pytest.param("y la segunda cuanto dura", 1, id="Spanish, before a question word"),
        pytest.param("and the last one?", -1, id="the last one"),
    ],
)
def test_a_number_points_at_what_was_shown(milwaukee: Talker, text: str, place: int) -> None:
    shown = milwaukee.state["shown"]
    milwaukee.says("ask_requirements", text=text)
    assert milwaukee.state["in_view"] == shown[place]


def test_a_program_named_beats_the_one_in_view(milwaukee: Talker) -> None:
    milwaukee.says("ask_pay", mentions=["imt-apprenticeship"])
    milwaukee.says("ask_cost", mentions=["wrtp-big-step"])
    assert milwaukee.state["in_view"] == "wrtp-big-step"


def test_cost_says_how_old_it_is_and_never_guesses(milwaukee: Talker) -> None:
    milwaukee.says("ask_cost", mentions=["wrtp-big-step"])
    assert "free" in milwaukee.text
    assert "no date given" in milwaukee.text or "as of" in milwaukee.text
    milwaukee.says("ask_cost", mentions=["imt-apprenticeship"])
    assert "cost.not_stated" in milwaukee.codes


def test_a_ladder_is_a_card_with_what_it_pays(milwaukee: Talker) -> None:
    milwaukee.says("ask_ladder", mentions=["wrtp-big-step"])
    [ladder] = [item["ladder"] for item in milwaukee.items("ladder")]
    assert len(ladder["rungs"]) > 1
    assert ladder["state"] == "WI"


def test_a_ladder_of_a_kind_of_work_needs_no_program(someone: Someone) -> None:
    talker = someone().says("ask_ladder", {"interests": {"likes": ["energy"]}})
    talker.says("ask_ladder")
    assert talker.items("ladder")


def test_requirements_are_listed_with_their_status(milwaukee: Talker) -> None:
    milwaukee.says("ask_requirements", mentions=["wrtp-big-step"])
    [card] = milwaukee.cards.values()
    assert {one["status"] for one in card["requirements"]} <= {"met", "not_met", "unknown"}
    assert milwaukee.codes[:2] == ["requirements.of_program", "requirements.settled"]


def test_why_not_is_answered_with_the_place(someone: Someone) -> None:
    talker = someone().says("inform", ALPINE)
    talker.says("ask_eligibility", mentions=["wrtp-big-step"])
    assert talker.cards["wrtp-big-step"]["verdict"] == "not_now"
    assert "eligibility.not_here" in talker.codes
    assert "Alpine" in talker.text


def test_why_not_is_answered_with_the_step(someone: Someone) -> None:
    talker = someone().says("inform", {**MILWAUKEE, "age": 17})
    talker.says("ask_eligibility", mentions=["wrtp-operation-high-expectations"])
    assert "eligibility.unmet" in talker.codes
    assert "eligibility.step" in talker.codes


def test_how_to_apply_gives_the_contact_as_a_card(milwaukee: Talker) -> None:
    milwaukee.says("ask_apply", mentions=["wrtp-big-step"])
    [resources] = milwaukee.items("resources")
    assert resources["resources"][0]["url"].startswith("https://")


def test_support_names_what_programs_offer_and_who_else_helps(someone: Someone) -> None:
    talker = someone().says("inform", {"location": NURSE_AIDE["location"]})
    talker.says("ask_support", mentions=["1199c-training-upgrading-fund"])
    assert talker.codes[0] == "support.offers"
    ids = [card["id"] for item in talker.items("resources") for card in item["resources"]]
    assert ids == ["pa-job-center", "american-job-centers"]


def test_two_programs_stand_side_by_side(milwaukee: Talker) -> None:
    milwaukee.says("compare", mentions=["wrtp-big-step", "imt-apprenticeship"])
    [table] = milwaukee.items("compare")
    assert table["rows"][0]["program_ids"] == ["wrtp-big-step", "imt-apprenticeship"]
    assert all(len(row["cells"]) == 2 and row["label"] for row in table["rows"])


def test_comparing_without_names_takes_what_was_shown(milwaukee: Talker) -> None:
    shown = milwaukee.state["shown"]
    milwaukee.says("compare")
    assert milwaukee.items("compare")[0]["rows"][0]["program_ids"] == shown[:3]


def test_a_plan_is_saved_shown_and_kept(milwaukee: Talker) -> None:
    milwaukee.says("save_plan", mentions=["wrtp-big-step"])
    assert milwaukee.state["saved"] == ["wrtp-big-step"]
    milwaukee.says("greet").says("save_plan")
    assert milwaukee.items("plan")[0]["plan"]["saved"] == ["wrtp-big-step"]
    milwaukee.says("save_plan", mentions=["wrtp-big-step"])
    assert milwaukee.codes[0] == "plan.already"


def test_a_person_is_the_job_center_of_the_state(milwaukee: Talker) -> None:
    milwaukee.says("talk_to_person")
    ids = [card["id"] for card in milwaukee.items("resources")[0]["resources"]]
    assert ids[0] == "wi-job-center"


def test_without_a_state_the_national_finder_is_given_and_the_state_asked(someone: Someone) -> None:
    talker = someone().says("talk_to_person")
    ids = [card["id"] for card in talker.items("resources")[0]["resources"]]
    assert ids == ["american-job-centers"]
    assert talker.state["awaiting"] == {"kind": "field", "name": "location"}


def test_help_that_is_needed_and_not_offered_is_said_so(someone: Someone) -> None:
    talker = someone().says("inform", NURSE_AIDE)
    talker.says("ask_support", mentions=["1199c-training-upgrading-fund"])
    assert talker.codes[0] == "support.none", "it offers neither child care nor rides"


def test_can_i_get_in_after_a_list_judges_the_first_of_it(milwaukee: Talker) -> None:
    first = milwaukee.state["shown"][0]
    milwaukee.says("ask_eligibility", text="can i get in?")
    assert list(milwaukee.cards) == [first]
    assert milwaukee.codes[0].startswith("eligibility.verdict.")
