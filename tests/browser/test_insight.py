"""An operator looks at the figures in Chromium: both languages, both themes, every width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from conversations.clock import system_clock
from conversations.counts import Counts
from conversations.database import engine_for
from conversations.setup import prepare
from evaluation.product import free_port
from tests.browser.conftest import DESK, PHONE, Visitor
from web.app import create_app, operators_app_of
from web.insight.listener import listening
from web.insight.metrics import Totals
from web.insight.sources import Sources
from web.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.browser]
NARROW = {"width": 320, "height": 640}
COUNTED = {
    ("visit", "new"): 1234, ("visit", "back"): 310, ("language", "en"): 400, ("language", "es"): 9,
    ("intent", "ask_pay"): 25, ("place", "TX/Laredo"): 12, ("place", "WI"): 31,
    ("match_turns", "1"): 218, ("match_turns", "2"): 44,
}  # fmt: skip


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The operators' app on a port of its own, with a month of counts."""
    home: Path = tmp_path_factory.mktemp("figures")
    prepare(home)
    engine = engine_for(home)
    counts, day = Counts(engine), system_clock().date() - timedelta(days=2)
    counts.add(Counter({(day, *key): number for key, number in COUNTED.items()}))
    public = create_app(Settings(home=home, secret="x" * 32))
    totals = Totals(SimpleNamespace(), dict)  # type: ignore[arg-type]
    public.state.sources = Sources(counts, system_clock, dict, public.state.meter, totals)
    port = free_port()
    with listening(operators_app_of(public), port):
        yield f"http://127.0.0.1:{port}"
    engine.dispose()


@pytest.fixture
def look(browser: Browser, figures: str) -> Iterator[Callable[..., Visitor]]:
    opened: list[Visitor] = []

    def begun(**options: Any) -> Visitor:
        context = browser.new_context(**options)
        visitor = Visitor(context.new_page(), SimpleNamespace(url=figures))  # type: ignore[arg-type]
        visitor.page.on("console", lambda said: visitor.complaints.append(said.text))
        opened.append(visitor)
        return visitor

    yield begun
    for visitor in opened:
        visitor.page.context.close()
    assert [complaint for visitor in opened for complaint in visitor.complaints] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [NARROW, PHONE, DESK], ids=["320", "phone", "desk"])
def test_everyone_can_read_the_figures(
    look: Callable[..., Visitor], language: str, scheme: str, viewport: dict[str, int]
) -> None:
    operator = look(viewport=viewport, color_scheme=scheme)
    page = operator.open(f"/insight?lang={language}")
    operator.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.locator("summary").click()
    operator.check()
    assert page.context.cookies() == []


def test_the_keyboard_chooses_a_period_and_the_language_stays(look: Callable[..., Visitor]) -> None:
    page = look(viewport=DESK).open("/insight?lang=es")
    link = page.get_by_role("link", name="7 días")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="7 días")).to_have_attribute("aria-current", "true")
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_it_works_without_scripts_and_gives_a_table_to_keep(look: Callable[..., Visitor]) -> None:
    page = look(viewport=DESK, java_script_enabled=False).open("/insight?lang=en")
    expect(page.get_by_role("table", name="Visits")).to_contain_text("1230")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Download as CSV").click()
    assert "visit,new,1230" in kept.value.path().read_text()
