"""An operator changes a program in Chromium: by keyboard, without scripts, phone and desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, expect

import conversations.setup
import knowledge.setup
import staff.setup
from evaluation.product import free_port
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from tests.browser.conftest import DESK, PHONE, Visitor
from tests.unit.knowledge.folders import a_folder, program_text
from tests.web.staff import Colleague, a_colleague
from web.app import create_app
from web.insight.listener import listening
from web.settings import Settings
from web.shared.signing_in.guards import COOKIE

pytestmark = [pytest.mark.slow, pytest.mark.browser]
HIGH = "/console/edit/program/high-step"
Look = Callable[..., Visitor]


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Colleague]]:
    """The product over a small knowledge base, and somebody who is inside."""
    monkeypatch.setenv(CONTENT_SETTING, str(a_folder(tmp_path / "c", program_text())))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    for room in (knowledge.setup, conversations.setup, staff.setup):
        room.prepare(tmp_path)
    app, port = create_app(Settings(home=tmp_path, secret="x" * 32)), free_port()
    with TestClient(app), listening(app, port):
        yield f"http://127.0.0.1:{port}", a_colleague(app)


@pytest.fixture
def look(browser: Browser, console: tuple[str, Colleague]) -> Iterator[Look]:
    address, ana = console
    opened: list[Visitor] = []

    def begun(**options: Any) -> Visitor:
        context = browser.new_context(**options)
        secret = ana.client.cookies[COOKIE]
        context.add_cookies([{"name": COOKIE, "value": secret, "url": address}])
        visitor = Visitor(context.new_page(), SimpleNamespace(url=address))  # type: ignore[arg-type]
        visitor.page.on("console", lambda said: visitor.complaints.append(said.text))
        opened.append(visitor)
        return visitor

    yield begun
    for visitor in opened:
        visitor.page.context.close()
    assert [complaint for visitor in opened for complaint in visitor.complaints] == []


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("en", {"viewport": DESK}, id="desk"),
        pytest.param("es", {"viewport": PHONE, "color_scheme": "dark"}, id="Spanish, phone, dark"),
        pytest.param("en", {"viewport": {"width": 320, "height": 640}}, id="320"),
    ],
)
def test_everyone_can_change_a_program(look: Look, language: str, options: dict[str, Any]) -> None:
    visitor = look(**options)
    page = visitor.open(f"{HIGH}?lang={language}")
    page.locator("summary").first.click()
    visitor.check()
    assert fits(page)
    page.fill("[id='cost.usd']", "call us")
    page.fill("#why", "told by phone")
    page.locator("button[value=save]").click()
    expect(page.locator("[id='cost.usd']")).to_have_attribute("aria-invalid", "true")
    visitor.check()
    page.fill("[id='cost.usd']", "20")
    page.locator("button[value=save]").click()
    for path in (
        "/console/drafts",
        "/console/drafts/preview",
        "/console/ladders",
        "/console/new/program",
    ):
        visitor.open(path)
        visitor.check()
        assert fits(page), path
    visitor.open("/console/drafts/preview")
    page.fill("#why", "checked")
    page.locator(".saving .button.strong").click()
    visitor.open("/console/history/program/high-step")
    expect(page.locator(".changed ins").last).to_contain_text("20")
    visitor.check()
    assert fits(page)


def test_conditions_are_built_by_keyboard_without_scripts(look: Look) -> None:
    page = look(viewport=DESK, java_script_enabled=False).open(f"{HIGH}?lang=en")
    page.get_by_role("button", name="Add a condition", exact=True).focus()
    page.keyboard.press("Enter")
    page.select_option("[id='requirements.2.about']", "license")
    page.fill("[id='requirements.2.text.en']", "A driver's license")
    page.get_by_role("button", name=re.compile("Into the group above.*Condition 3")).press("Enter")
    page.select_option("[id='requirements.1.any_of.2.kind']", "driver")
    expect(page.locator("[id='requirements.1.any_of.2.text.en']")).to_have_value(
        "A driver's license"
    )


def test_two_editors_choose_between_their_words(look: Look, console: tuple[str, Colleague]) -> None:
    first, second = look(viewport=DESK), look(viewport=PHONE)
    for visitor in (first, second):
        visitor.open(f"{HIGH}?lang=en")
    for visitor, words in ((first, "Theirs."), (second, "Mine.")):
        visitor.page.fill("[id='summary.en']", words)
        visitor.page.fill("#why", words)
        visitor.page.locator("button[value=save]").click()
    page = second.page
    expect(page.locator("h1")).to_contain_text("Somebody changed this too")
    second.check()
    assert fits(page)
    page.get_by_label("Draft of ana").check()
    page.locator(".saving .button.strong").click()
    expect(page.locator("[id='summary.en']")).to_have_value("Theirs.")
    second.complaints.clear()  # a browser says aloud that a page came with 409
