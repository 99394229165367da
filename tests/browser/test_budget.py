"""What a first visit may weigh, how far it may move, and that it keeps to its own rules."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.states import LAS_VEGAS, MILWAUKEE

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]

MOST_BYTES = 50 * 1024  # over the wire, headers included
MOST_REQUESTS = 6

# A parser that a busy machine interrupts may show half a header for a moment, and then the whole.
# `bench.first_visit` measures the shift itself; a page that really moves is far above this.
STILL = 0.02
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((seen) => {
    for (const one of seen.getEntries()) if (!one.hadRecentInput) shifts.push(one.value);
  }).observe({ type: "layout-shift", buffered: true });
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (one) => violations.push(one.blockedURI));
"""


@pytest.mark.parametrize("language", ["en-US", "es-US"])
def test_a_first_visit_is_light_and_goes_to_this_site_only(visit: Visit, language: str) -> None:
    visitor = visit(locale=language)
    network = visitor.page.context.new_cdp_session(visitor.page)
    network.send("Network.enable")
    bytes_of: list[float] = []
    network.on("Network.loadingFinished", lambda one: bytes_of.append(one["encodedDataLength"]))
    visitor.open()
    visitor.page.wait_for_load_state("networkidle")
    assert len(visitor.requests) <= MOST_REQUESTS
    assert {urlsplit(address).netloc for address in visitor.requests} == {
        urlsplit(visitor.service.url).netloc
    }
    assert len(bytes_of) >= 4, "the page, its style, its script, its picture"
    assert sum(bytes_of) <= MOST_BYTES


def test_a_second_page_asks_for_nothing_again(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    visitor.page.wait_for_load_state("networkidle")
    network = visitor.page.context.new_cdp_session(visitor.page)
    network.send("Network.enable")
    cached: list[str] = []
    network.on("Network.requestServedFromCache", lambda one: cached.append(one["requestId"]))
    visitor.open("/privacy")
    visitor.page.wait_for_load_state("networkidle")
    assert len(cached) >= 2, "the style and the script"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_under_the_finger_and_no_rule_of_the_page_is_broken(
    visit: Visit, viewport: dict[str, int]
) -> None:
    visitor = visit(viewport=viewport)
    page = visitor.page
    page.add_init_script(SHIFTS)
    visitor.open()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert sum(page.evaluate("shifts")) <= STILL
    visitor.say(MILWAUKEE)
    page.locator(".card a[data-ladder]").first.click()
    page.locator("[data-opened] h3").wait_for()
    assert page.evaluate("violations") == []
    page.goto(visitor.service.url + "/programs/wrtp-big-step")
    page.wait_for_load_state("networkidle")
    assert sum(page.evaluate("shifts")) <= STILL
    assert page.evaluate("violations") == []


def test_a_talk_that_is_resumed_does_not_move(visit: Visit) -> None:
    visitor = visit(locale="es-US")
    visitor.open()
    visitor.say(LAS_VEGAS)
    visitor.page.add_init_script(SHIFTS)
    visitor.page.reload()
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.wait_for_timeout(300)
    assert sum(visitor.page.evaluate("shifts")) <= STILL
