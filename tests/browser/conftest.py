"""A real browser on the real product. What a page complains of fails the test that opened it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.serving import Service, free_port
from web.app import create_app
from web.settings import Settings
from web.shared.limits import Admission

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
# Level AAA holds the contrast of 7 to 1 that the look asks for.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag2aaa"),
            *("wcag21a", "wcag21aa", "wcag22aa"),
            "best-practice",
        ],
    }
}
WITHIN_MS = 10_000


@dataclass
class Limping:
    """The web part alone: its bot is down."""

    url: str
    app: FastAPI

    def take(self, messages_per_minute: int) -> None:
        """Begin to count anew how much an address sends."""
        self.app.state.services.admission = Admission(messages_per_minute)


@dataclass
class Visitor:
    """A person at a browser, and what the browser complained of while they were there."""

    page: Page
    service: Service | Limping
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        """Go to a page of the product."""
        self.page.goto(self.service.url + path)
        return self.page

    def say(self, text: str) -> None:
        """Type a message and press Enter, then wait until it is answered."""
        self.page.fill("#message", text)
        self.page.keyboard.press("Enter")
        self.answered()

    def press(self, name: str) -> None:
        """Press the newest button of this name in the talk, and wait until it is answered."""
        self.page.locator(".exchange, .dock").get_by_role("button", name=name).last.click()
        self.answered()

    def answered(self) -> None:
        """Wait until nothing is under way and an answer stands."""
        self.page.wait_for_selector("#log:not([aria-busy]) .exchange:last-child .say")
        self.page.wait_for_function("document.fonts.status === 'loaded'")

    def check(self) -> None:
        """Fail on anything that bars people who hear, zoom or do without a mouse."""
        with self._whole_page():
            found = Axe().run(self.page, options=RULES).response["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
        assert told == []

    @contextmanager
    def _whole_page(self) -> Iterator[None]:
        """Make the screen as tall as the page: no target then stands half under the sticky bars."""
        size = self.page.viewport_size or PHONE
        height = self.page.evaluate("document.scrollingElement.scrollHeight")
        self.page.set_viewport_size({**size, "height": max(size["height"], height)})
        yield
        self.page.set_viewport_size(size)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright keeps an event loop running in this thread; the tests after these need theirs.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def limping(service: Service) -> Iterator[Limping]:
    """Serve the same data without a bot."""
    port = free_port()
    settings = Settings(home=service.home, secret="x" * 32, bot_url="http://127.0.0.1:9")
    app = create_app(settings)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Limping(f"http://127.0.0.1:{port}", app)
    server.should_exit = True
    thread.join()


@pytest.fixture
def visit(browser: Browser, service: Service) -> Iterator[Callable[..., Visitor]]:
    """Open the browser for somebody: their language, theme, screen, with scripts or without."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def opened(at: Limping | None = None, **options: Any) -> Visitor:
        context = browser.new_context(**{"viewport": PHONE, "locale": "en-US", **options})
        context.set_default_timeout(WITHIN_MS)
        visitor = Visitor(context.new_page(), at or service)
        _listen(visitor)
        contexts.append(context)
        visitors.append(visitor)
        return visitor

    yield opened
    for context in contexts:
        context.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []


def _listen(visitor: Visitor) -> None:
    def requested(request: Request) -> None:
        visitor.requests.append(request.url)
        if not request.url.startswith(visitor.service.url):
            visitor.complaints.append(f"left the machine for {request.url}")

    page = visitor.page
    page.on("request", requested)
    page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: visitor.complaints.append(said.text) if said.type == "error" else None,
    )
