"""What was wished for in vain goes on as codes of closed lists; what somebody typed never does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.people import ALPINE, MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]
PLANTED = "zelda quisenberry"


def far(city: str, state: str, **wishes: Any) -> dict[str, Any]:
    return {"location": {"city": city, "state": state}, "interests": wishes}


def test_a_small_town_with_nothing_near_is_only_its_state(someone: Someone) -> None:
    talker = someone().says("inform", ALPINE)
    assert "matching.none_near" in talker.codes
    unmatched = talker.last["unmatched"]
    assert f"place/{ALPINE['location']['state']}" in unmatched
    assert not [code for code in unmatched if "Alpine" in code]
    assert [code for code in unmatched if code.startswith("sector/")]


def test_where_there_is_something_near_nothing_is_named(someone: Someone) -> None:
    assert someone().says("inform", MILWAUKEE).last["unmatched"] == []


def test_a_city_and_a_job_of_closed_lists_are_named(someone: Someone) -> None:
    talker = someone().says("inform", far("Laredo", "TX", occupations=["49-3011"]))
    assert talker.last["unmatched"] == ["place/TX/Laredo", "occupation/49-3011"]


def test_a_job_that_the_release_has_no_name_for_is_another(someone: Someone) -> None:
    talker = someone().says("inform", far("Laredo", "TX", occupations=["53-2011"]))
    assert talker.last["unmatched"] == ["place/TX/Laredo", "occupation/other"]


@pytest.mark.parametrize(
    "delta",
    [
        pytest.param(far(PLANTED, "TX", likes=["arts_media"]), id="as a city"),
        pytest.param(
            far("Laredo", "TX", likes=["arts_media"]) | {"facts": {"employer": PLANTED}},
            id="as an employer",
        ),
        pytest.param(far("Laredo", "TX", occupations=["12-3456"]), id="as a job's number"),
    ],
)
def test_what_somebody_made_up_is_never_named(someone: Someone, delta: dict[str, Any]) -> None:
    unmatched = str(someone().says("inform", delta, text=PLANTED).last.get("unmatched"))
    assert "zelda" not in unmatched.lower()
    assert "12-3456" not in unmatched
