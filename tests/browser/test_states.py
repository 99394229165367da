"""Every state of the page is open to everyone. `PATHWAYS_PICTURES=1` takes their pictures anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Limping, Visitor
from tests.browser.states import STATES, State

pytestmark = [pytest.mark.slow, pytest.mark.browser]

CHECKOUT = Path(__file__).resolve().parents[2]
PICTURES = CHECKOUT / "docs" / "images" / "states"
GALLERY = CHECKOUT / "docs" / "states.md"
MOST_PICTURES, MOST_BYTES = 48, 3 * 1024 * 1024


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_is_open_to_everyone(
    visit: Callable[..., Visitor], limping: Limping, state: State
) -> None:
    at = limping if state.limping else None
    limping.take(state.limping or 1)
    visitor = visit(at=at, **state.options)
    state.drive(visitor)
    taken(visitor, state)
    assert fits(visitor)
    if state.options.get("java_script_enabled", True):  # the checker itself is a script
        visitor.check()


def fits(visitor: Visitor) -> bool:
    """Tell whether nothing stands beside the screen."""
    body = visitor.page.locator("body").bounding_box()
    screen = visitor.page.viewport_size
    return bool(body and screen and body["width"] <= screen["width"])


def taken(visitor: Visitor, state: State) -> None:
    """Take the picture when pictures were asked for."""
    if os.environ.get("PATHWAYS_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        visitor.page.wait_for_timeout(300)  # cards come in a frame after their sentence
        visitor.page.screenshot(path=PICTURES / f"{state.name}.png", animations="disabled")


def test_every_state_has_a_name_of_its_own_and_its_picture_in_the_gallery() -> None:
    names = [state.name for state in STATES]
    assert len(names) == len(set(names)) <= MOST_PICTURES
    shown = GALLERY.read_text(encoding="utf-8")
    assert [name for name in names if f"images/states/{name}.png" not in shown] == []


def test_the_pictures_are_few_and_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(sizes) == {f"{state.name}.png" for state in STATES}
    assert sum(sizes.values()) <= MOST_BYTES
