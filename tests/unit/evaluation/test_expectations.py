"""What a talk expects of an answer is checked one by one."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.expectations import problems_in
from evaluation.playing import is_dead_end

PROFILE: dict[str, Any] = {
    "age": 17,
    "education": {"level": None, "grade": None},
    "interests": {"likes": ["energy"], "dislikes": []},
}


def an_answer(**changes: Any) -> dict[str, Any]:
    return {
        "messages": [{"type": "text", "text": "Half earn more than $50,000."}],
        "quick_replies": [],
        "profile": PROFILE,
        "language": "en",
        "asked": None,
        **changes,
    }


@pytest.mark.parametrize(
    ("expect", "holds"),
    [
        pytest.param({"profile": {"age": 17}}, True, id="a value"),
        pytest.param({"profile": {"age": 18}}, False, id="another value"),
        pytest.param({"profile": {"interests.likes": ["energy"]}}, True, id="a list is held"),
        pytest.param({"absent": ["education"]}, True, id="an empty schooling is absent"),
        pytest.param({"absent": ["age"]}, False, id="a known age is not"),
        pytest.param({"lacks": {"interests.likes": ["energy"]}}, False, id="a like that is there"),
        pytest.param({"says": ["$|published"]}, True, id="one of several words"),
        pytest.param({"never": ["$"]}, False, id="a word that must not come"),
        pytest.param({"shows": "matches"}, False, id="no cards"),
        pytest.param({"shows": "matches_or_says"}, True, id="cards or words"),
        pytest.param({"crisis": True}, False, id="no help lines"),
        pytest.param({"asks": "location"}, False, id="nothing asked back"),
        pytest.param({"language": "es"}, False, id="another language"),
        pytest.param({"keeps": True}, True, id="the profile is as before"),
    ],
)
def test_an_expectation_holds_or_says_why_not(expect: dict[str, Any], holds: bool) -> None:
    assert (problems_in(expect, an_answer(), PROFILE) == []) is holds


def test_help_lines_and_choices_are_seen() -> None:
    lines = {"type": "resources", "resources": [{"phone": "988"}]}
    assert not problems_in({"crisis": True}, an_answer(messages=[lines]), PROFILE)
    choices = an_answer(
        asked={"kind": "choice", "name": "location"}, quick_replies=[{"id": "1", "label": "x"}]
    )
    assert not problems_in({"asks": "location"}, choices, PROFILE)


def test_an_answer_that_leaves_nothing_to_do_is_a_dead_end() -> None:
    assert is_dead_end(an_answer())
    question = {"type": "text", "text": "How old are you?"}
    assert not is_dead_end(an_answer(messages=[question]))
    assert not is_dead_end(an_answer(quick_replies=[{"id": "1", "label": "Skip"}]))
