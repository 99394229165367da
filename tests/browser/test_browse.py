"""A person finds programs without typing to the guide: by links, by a form, without scripts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import expect

import conversations.setup
import knowledge.setup
from tests.browser.conftest import DESK, PHONE, Visitor
from web.app import create_app
from web.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]


@dataclass(frozen=True)
class Site:
    """Where the web part alone answers."""

    url: str


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The web part alone: whoever browses needs neither the bot nor the actions."""
    home = tmp_path_factory.mktemp("browse")
    knowledge.setup.prepare(home)
    conversations.setup.prepare(home)
    app = create_app(Settings(home=home, secret="x" * 32, messages_per_minute=10_000))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(f"http://127.0.0.1:{port}")
    server.should_exit = True
    serving.join()


NARROW = {"width": 320, "height": 640}
PAGES = (
    "/browse",
    "/browse?place=Milwaukee,+WI&sector=construction",
    "/browse?place=Springfield",
    "/browse?place=Xyzzyville",
    "/browse?place=Ely,+NV&sector=hospitality",
    "/browse?sector=personal_care&kind=reentry_program&place=WY",
    "/browse?sector=astrology",
    "/programs/wrtp-big-step?place=53206",
    "/programs/austin-polytechnical-academy",
    "/programs/trade-adjustment-assistance",
    "/programs/american-job-centers?place=Springfield",
    "/ladders/machining?state=WI",
)
REFUSED = "status of 422"  # what the browser notes of an address that could not be read whole


@pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("en", {"viewport": PHONE}, id="phone, light"),
        pytest.param("es", {"viewport": DESK, "color_scheme": "dark"}, id="Spanish, desk, dark"),
        pytest.param("es", {"viewport": NARROW}, id="Spanish, 320 px"),
    ],
)
def test_every_page_of_browsing_is_for_everyone(
    visit: Visit, language: str, options: dict[str, Any]
) -> None:
    visitor = visit(locale=language, **options)
    for path in PAGES:
        page = visitor.open(path)
        visitor.check()
        wide = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
        assert not wide, path
    visitor.complaints[:] = [said for said in visitor.complaints if REFUSED not in said]


def test_a_person_finds_a_program_and_its_ladder_without_javascript(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open("/")
    page.get_by_role("link", name="Browse without typing").click()
    page.get_by_label("ZIP code, city or state").fill("Springfield")
    page.get_by_label("Kind of work", exact=True).select_option("construction")
    page.get_by_role("button", name="Find programs").click()
    page.get_by_role("link", name="Springfield, IL").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("near Springfield, IL")
    page.get_by_label("ZIP code, city or state").fill("53206")
    page.get_by_role("button", name="Show programs").click()
    page.get_by_role("link", name="WRTP | BIG STEP", exact=True).click()
    expect(page.locator(".doors")).to_contain_text("away")
    page.get_by_role("link", name="Machining").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Machining")
    page.get_by_role("link", name="Browse", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Browse programs")


def test_what_a_person_qualifies_for_is_shown_by_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/browse?place=Milwaukee,+WI")
    page.locator(".fits summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("17")
    page.get_by_label("School").select_option("in_high_school")
    page.get_by_label("Highest grade finished").select_option("11")
    visitor.check()
    page.locator("#age").press("Enter")
    expect(page.get_by_role("heading", name="This list fits what you gave here.")).to_be_visible()
    assert "17" not in page.url.replace(visitor.service.url, "")
    expect(page.locator(".card .verdict").first).to_be_visible()
    visitor.check()
    page.locator(".fits summary").click()
    page.get_by_role("button", name="Forget this").click()
    expect(page.locator(".card .verdict")).to_have_count(0)


def test_the_linked_data_of_a_page_is_read_and_breaks_no_rule_of_the_page(visit: Visit) -> None:
    visitor = visit()
    for path, kind in (
        ("/programs/wrtp-big-step", "EducationalOccupationalProgram"),
        ("/ladders/machining", "ItemList"),
    ):
        page = visitor.open(path)
        block = page.locator('script[type="application/ld+json"]')
        found = page.evaluate("text => JSON.parse(text)['@type']", block.text_content())
        assert found == kind
    assert visitor.complaints == []
