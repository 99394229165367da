"""A person finds somebody to talk to in Chromium, and takes along what they want to tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]

SAID = {
    "en": "im 19, left school after 10th grade, live in milwaukee, i have a record",
    "es": "tengo 24, vivo en las vegas, busco trabajo en hoteles, tengo dos hijos",
}
ASKED = {"en": "can i talk to a person", "es": "quiero hablar con una persona"}
NARROW = {"width": 320, "height": 640}


def pressed(page: Page, value: str) -> None:
    page.locator(f"button[name=do][value={value}]").first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("en", {"viewport": PHONE}, id="phone, light"),
        pytest.param("en", {"viewport": DESK, "color_scheme": "dark"}, id="desk, dark"),
        pytest.param("es", {"viewport": DESK}, id="Spanish, desk"),
        pytest.param(
            "es", {"viewport": NARROW, "color_scheme": "dark"}, id="Spanish, narrow, dark"
        ),
        pytest.param("en", {"viewport": PHONE, "forced_colors": "active"}, id="forced colours"),
    ],
)
def test_from_the_talk_to_the_sheet_nothing_bars_anyone(
    visit: Visit, language: str, options: dict[str, Any]
) -> None:
    visitor = visit(locale=language, **options)
    page = visitor.open()
    visitor.say(SAID[language])
    visitor.say(ASKED[language])
    latest = page.locator(".exchange:last-child")
    expect(latest).to_contain_text("877-872-5627")
    latest.locator("a[href='/person']").click()
    visitor.check()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    delicate = page.locator(
        "input[value='facts.justice_involved'], input[value$=parent_or_pregnant]"
    )
    expect(delicate.first).not_to_be_checked()
    page.fill("#note", "555-0100")
    pressed(page, "ready")
    expect(page.locator("#sheet")).to_contain_text("555-0100")
    visitor.check()
    pressed(page, "show")
    visitor.check()
    expect(page.locator(".top")).to_be_hidden()


def test_a_place_is_mended_and_chosen_without_javascript(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open("/person")
    page.fill("#place", "asdkj")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not know this place")
    page.fill("#place", "springfield")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Springfield, IL").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Job center: Springfield, IL")
    page.locator("textarea[name='line.location']").fill("I live near Springfield.")
    pressed(page, "ready")
    expect(page.locator("#sheet")).to_contain_text("I live near Springfield.")
    expect(page.locator("#print")).to_be_hidden()
    pressed(page, "change")
    expect(page.locator("textarea[name='line.location']")).to_have_value("I live near Springfield.")


@pytest.mark.parametrize("typed", ["asdkj", "springfield"])
def test_a_place_to_mend_or_to_choose_bars_no_one(visit: Visit, typed: str) -> None:
    visitor = visit()
    page = visitor.open("/person")
    page.fill("#place", typed)
    pressed(page, "find")
    visitor.check()


def test_the_sheet_is_printed_alone_and_copied(visit: Visit) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/person")
    pressed(page, "ready")
    page.get_by_role("button", name="Copy it").click()
    expect(page.get_by_role("status")).to_have_text("It is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hello. I am looking for training or work")
    page.emulate_media(media="print")
    expect(page.locator("#sheet")).to_be_visible()
    expect(page.get_by_role("button", name="Copy it")).to_be_hidden()
    assert page.locator("#sheet").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 21
