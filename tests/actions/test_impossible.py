"""What cannot be is said by its name; what was known before stays, and so does the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
TORN = [
    {"city": "Milwaukee", "state": "WI", "zip": None},
    {"city": "Beverly Hills", "state": "CA", "zip": "90210"},
]


def doubt(field: str, text: str, choices: list[Any] | None = None) -> dict[str, Any]:
    return {"ambiguous": [{"field": field, "text": text, "choices": choices or []}]}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("field", "text"), [("age", "999"), ("education", "14"), ("location", "00000")]
)
def test_it_is_named_and_the_earlier_value_stays(
    someone: Someone, language: str, field: str, text: str
) -> None:
    talker = someone(language=language).says("inform", MILWAUKEE)
    before = talker.state["profile"]
    talker.says("inform", text=text, **doubt(field, text))
    assert talker.codes == [f"correction.impossible.{field}"]
    assert text in talker.texts[0]
    assert talker.state["profile"] == before
    assert talker.state["awaiting"] == {"kind": "field", "name": field}


def test_what_was_said_beside_it_is_kept(someone: Someone) -> None:
    talker = someone().says(
        "inform", {"location": {"city": "Gary", "state": "IN"}}, text="…", **doubt("age", "150")
    )
    assert talker.codes[-1] == "correction.impossible.age"
    assert "Gary" in talker.texts[0]
    assert talker.state["profile"]["location"]["city"] == "Gary"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_city_and_a_zip_code_that_disagree_are_put_side_by_side(
    someone: Someone, language: str
) -> None:
    talker = someone(language=language).says("inform", MILWAUKEE)
    before = talker.state["profile"]
    talker.says("inform", text="milwaukee 90210", **doubt("location", "90210", TORN))
    assert "correction.impossible.place" in talker.codes
    said = " ".join(talker.texts)
    assert "90210" in said and "Beverly Hills, CA" in said and "Milwaukee, WI" in said
    assert talker.state["profile"] == before
    offered = [button["choice"].get("delta") for button in talker.last["quick_replies"]]
    assert {"location": {"city": "Beverly Hills", "state": "CA", "zip": "90210"}} in offered
