"""A plan goes from the talk to a second device, to somebody else, to paper, and away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]

SAID = {
    "en": "im 17, left school after 9th grade, live in milwaukee, i like construction",
    "es": "tengo 17 años, dejé la escuela en noveno, vivo en Milwaukee, me gusta la construcción",
}
SAVE = {"en": "Save my plan", "es": "Guardar mi plan"}
SEE = {"en": "See my plan", "es": "Ver mi plan"}
TITLES = {"en": "My plan", "es": "Mi plan"}
SHARED = {"en": "A plan somebody shared with you", "es": "Un plan que alguien compartió contigo"}
GONE = {"en": "No plan opens with this code", "es": "Ningún plan se abre con este código"}


def saved_in_talk(visitor: Visitor, language: str) -> Page:
    """Talk until there are cards, save the first program and follow the answer to the plan."""
    page = visitor.open()
    visitor.say(SAID[language])
    page.locator("button[value^='save ']").first.click()
    visitor.answered()
    page.locator(".exchange:last-child").get_by_role("link", name=SEE[language]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    return page


def code_in(page: Page, section: str) -> str:
    return page.locator(f"#{section} p.code").inner_text().replace("\n", "")


@pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("en", {"viewport": PHONE}, id="English, phone, light"),
        pytest.param(
            "es", {"viewport": DESK, "color_scheme": "dark"}, id="Spanish, desk, dark"
        ),
    ],
)  # fmt: skip
def test_a_plan_travels_from_the_talk_to_another_device_and_to_somebody_else(
    visit: Visit, language: str, options: dict[str, Any]
) -> None:
    mine, second, friend = (visit(locale=language, **options) for _ in range(3))
    page = saved_in_talk(mine, language)
    mine.check()
    code = kept_with_a_tick_and_a_day(mine, language)
    opened_elsewhere(second, code)
    page.locator("button[value=share]").click()
    mine.check()
    looked_at(friend, code_in(page, "share"), language)
    deleted(second)
    for visitor in (mine, friend):
        visitor.page.reload()
        expect(visitor.page.get_by_role("alert")).to_contain_text(GONE[language])
        visitor.check()
        visitor.complaints.clear()  # Chromium notes on its console that these pages are 404


def kept_with_a_tick_and_a_day(visitor: Visitor, language: str) -> str:
    """Save the plan, tick its first step, give the second one a day; return the code."""
    page = visitor.page
    page.get_by_role("button", name=SAVE[language]).click()
    expect(page.locator("#code p.code")).to_be_visible()
    visitor.check()
    page.locator(".tick").first.click()
    expect(page.locator(".todo").first).to_have_class("todo done")
    second = page.locator(".todo").nth(1)
    second.locator("summary").click()
    field = second.locator("[type=date]")
    field.fill(field.get_attribute("max") or "")
    second.locator("form button").first.click()
    expect(page.locator(".todo .day")).to_have_count(1)
    visitor.check()
    return code_in(page, "code")


def opened_elsewhere(visitor: Visitor, code: str) -> None:
    page = visitor.open(f"/plan/open#{code}")
    expect(page.locator("#plan-code")).to_have_value(code)
    expect(page.locator("main form button")).to_be_focused()
    assert "#" not in page.url, "the code has left the address bar"
    visitor.check()
    page.keyboard.press("Enter")
    expect(page.locator(".todo").first).to_have_class("todo done")
    assert not [one for one in visitor.requests if code[:11] in one.partition("#")[0]]
    visitor.check()


def looked_at(visitor: Visitor, code: str, language: str) -> None:
    page = visitor.open(f"/plan/open#{code}")
    page.locator("main form button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SHARED[language])
    expect(page.locator("button.tick, [type=date]")).to_have_count(0)
    visitor.check()


def deleted(visitor: Visitor) -> None:
    page = visitor.page
    page.locator(".plan-kept .danger").click()
    visitor.check()
    page.locator("main form button").click()
    expect(page.locator("main [role=status]").first).to_be_visible()
    visitor.check()


def test_a_plan_needs_no_javascript(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open()
    page.fill("#message", SAID["en"])
    page.get_by_role("button", name="Send").click()
    page.locator("button[value^='save ']").first.click()
    page.locator(".exchange").last.get_by_role("link", name="See my plan").click()
    expect(page.locator("[data-print], [data-copy]").first).to_be_hidden()
    page.locator(".tick").first.click()
    expect(page.locator(".todo").first).to_have_class("todo done")
    code = code_in(page, "code")
    other = visit(java_script_enabled=False)
    opened = other.open(f"/plan/open#{code}")
    expect(opened.locator("#plan-code")).to_have_value("")
    opened.fill("#plan-code", code.lower().replace("-", " "))
    opened.locator("main form button").click()
    expect(opened.locator(".todo").first).to_have_class("todo done")
    opened.get_by_role("link", name="Delete this plan").click()
    opened.get_by_role("button", name="Yes, delete it").click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Open a saved plan")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_code_that_opens_nothing_is_a_page_that_helps(visit: Visit, language: str) -> None:
    visitor = visit(locale=language)
    page = visitor.open("/plan/open")
    visitor.check()
    for typed in ("ABC-DEF", "0" * 26 + "9", "0" * 27):
        page.fill("#plan-code", typed)
        page.locator("main form button").click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.locator("#plan-code")).to_have_value(typed)
        visitor.check()
    visitor.complaints.clear()  # Chromium notes on its console that these pages are refusals


def test_an_empty_plan_shows_the_way(visit: Visit) -> None:
    visitor = visit(viewport={"width": 320, "height": 600})
    page = visitor.open("/plan")
    expect(page.get_by_role("link", name="Go to the talk").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    visitor.check()


def test_the_device_shares_what_is_shown_and_nothing_else(visit: Visit) -> None:
    visitor = visit(viewport={"width": 320, "height": 640})
    visitor.page.add_init_script(
        "navigator.share = async (handed) => { window.handed = handed; };"
        "Object.defineProperty(navigator, 'clipboard', "
        "{ value: { writeText: async (text) => { window.copied = text; } } });"
    )
    page = saved_in_talk(visitor, "en")
    page.locator("button[value=share]").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Share", exact=True).click()
    handed = page.evaluate("window.handed")
    assert handed["text"] == page.locator("blockquote").inner_text().strip()
    page.get_by_role("button", name="Copy the code").click()
    expect(page.locator("#code [data-told]")).to_have_text("Copied.")
    assert page.evaluate("window.copied") == code_in(page, "code")


def test_on_paper_there_are_boxes_the_code_and_no_buttons(visit: Visit) -> None:
    visitor = visit(viewport=DESK)
    page = saved_in_talk(visitor, "en")
    page.get_by_role("button", name="Save my plan").click()
    page.emulate_media(media="print")
    for shown in (".todo .box", "#code p.code", "#code .qr", ".card h3"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in ("[data-print]", ".todo summary", ".plan-kept", "#share", ".foot", ".menu"):
        expect(page.locator(hidden).first).to_be_hidden()
