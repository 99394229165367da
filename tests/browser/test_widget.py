"""The guide on a page of another site: opened, talked with, still there on the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FrameLocator,
    Locator,
    Page,
    Playwright,
    Route,
    expect,
    sync_playwright,
)

from tests.browser.conftest import DESK, FLAGS, PHONE, RULES, WITHIN_MS
from tests.browser.elsewhere import Elsewhere, serving
from tests.serving import Service
from web.chat.widget.sites import NAME

pytestmark = [pytest.mark.slow, pytest.mark.browser]
INSECURE = "guide.test"  # a name that is not taken for this machine's own, which needs no TLS
MILWAUKEE = "im 19, left school after 10th grade, live in milwaukee, i like working with my hands"
# The styles are those of a careless site: none of them may reach the button.
HOST = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>College</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/site.css"><link rel="icon" href="data:,">
<script src="{guide}/widget.js" data-site="{site}"{more} async></script></head>
<body><header><a href="/next">Next page</a></header><main><h1>{title}</h1>
<p>Words of the college.</p></main>{end}</body></html>"""
CARELESS = """button, dialog, iframe, aside, div, pathways-guide {
  display: none !important; color: #eee !important; }
* { font-size: 40px; letter-spacing: 1em; } body { margin: 0; }"""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    """A browser that blocks the cookies of other sites, as more and more of them do."""
    flags = [*FLAGS, "--test-third-party-cookie-phaseout"]
    browser = playwright.chromium.launch(executable_path=chromium, args=flags)
    yield browser
    browser.close()


@pytest.fixture
def cookieless(chromium: str, playwright: Playwright, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser that meets the guide without TLS: it keeps no cookie for its frame, but storage."""
    profile = tmp_path / "Default" / "Preferences"
    profile.parent.mkdir()
    profile.write_text('{"profile": {"cookie_controls_mode": 0}}', encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(
        tmp_path,
        executable_path=chromium,
        args=[*FLAGS, f"--host-resolver-rules=MAP {INSECURE} 127.0.0.1"],
        viewport={"width": DESK["width"], "height": DESK["height"]},
        locale="en-US",
    )
    yield context
    context.close()


class Host:
    """A person on a page of the other site, and what their browser complained of."""

    def __init__(self, page: Page, site: Elsewhere, guide: str) -> None:
        self.page, self.site, self.guide = page, site, guide
        self.complaints: list[str] = []

    def open(self, path: str = "/") -> None:
        """Go to a page of the other site."""
        self.page.goto(self.site.url + path)

    @property
    def launcher(self) -> Locator:
        return self.page.locator("pathways-guide .launcher")

    @property
    def panel(self) -> Locator:
        return self.page.locator("pathways-guide dialog")

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator("pathways-guide iframe")

    def say(self, text: str) -> None:
        """Type a message in the frame, and wait until it is answered."""
        self.ready()
        self.frame.locator("#message").fill(text)
        self.frame.locator("#message").press("Enter")
        self.frame.locator("#log:not([aria-busy]) .exchange:last-child .say").first.wait_for()

    def ready(self) -> None:
        """Wait until the frame's own script is at work."""
        self.frame.locator("#message").wait_for()
        inside = self.page.frame(url=f"{self.guide}/embed**")
        assert inside is not None
        inside.wait_for_load_state()

    def check(self) -> None:
        """Fail on anything that bars people, on the page and in the frame."""
        found = Axe().run(self.page, options=RULES).response["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
        assert told == []


@pytest.fixture
def elsewhere(service: Service) -> Iterator[Elsewhere]:
    """Another site, known to the guide under the key `college`, with a strict policy."""
    with serving() as site:
        (service.home / NAME).write_text(
            f"sites:\n  college:\n    origins: [{site.url}]\n    corner: left\n"
            f'    colors: {{background: "#5b1a4a", label: "#ffffff"}}\n'
            f"  friend:\n    origins: [https://friend.example]\n",
            encoding="utf-8",
        )
        site.pages = {path: _page(service.url, title=path) for path in ("/", "/next")}
        site.pages["/site.css"] = CARELESS
        site.headers = {
            "Content-Security-Policy": (
                f"default-src 'none'; script-src {service.url}; connect-src {service.url}; "
                f"frame-src {service.url}; style-src 'self'; img-src data:; "
                "require-trusted-types-for 'script'"
            )
        }
        yield site
        (service.home / NAME).unlink()


def _page(guide: str, **changes: str) -> str:
    given = {"language": "en", "site": "college", "more": "", "title": "College", "end": ""}
    return HOST.format(guide=guide, **{**given, **changes})


@pytest.fixture
def host(browser: Browser, service: Service, elsewhere: Elsewhere) -> Iterator[Callable[..., Host]]:
    contexts: list[BrowserContext] = []
    hosts: list[Host] = []

    def opened(within: BrowserContext | None = None, **options: Any) -> Host:
        options = {"viewport": DESK, "locale": "en-US", **options}
        context = within or browser.new_context(**options)
        context.set_default_timeout(WITHIN_MS)
        one = Host(context.new_page(), elsewhere, service.url)
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("console", lambda said: _heard(one, said))
        contexts.append(context)
        hosts.append(one)
        return one

    yield opened
    for context in contexts:
        context.close()
    assert [complaint for one in hosts for complaint in one.complaints] == []


def _heard(one: Host, said: ConsoleMessage) -> None:
    if said.type == "error":
        one.complaints.append(said.text)


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_talk_goes_on_from_page_to_page_of_another_site(
    host: Callable[..., Host], viewport: dict[str, int]
) -> None:
    visit = host(viewport=viewport)
    visit.open()
    expect(visit.launcher).to_have_attribute("aria-expanded", "false")
    visit.launcher.click()
    expect(visit.launcher).to_have_attribute("aria-expanded", "true")
    visit.say(MILWAUKEE)
    expect(visit.frame.locator(".card").first).to_be_visible()
    cookies = {one["name"]: one for one in visit.page.context.cookies()}
    assert cookies["pathways_session_framed"]["partitionKey"] == "http://localhost"  # type: ignore[typeddict-item]
    visit.open("/next")
    expect(visit.panel).to_be_visible()
    expect(visit.frame.locator(".you")).to_contain_text("milwaukee")
    assert visit.page.evaluate("document.activeElement === document.body"), "no focus is stolen"
    visit.page.locator("pathways-guide .bar button").click()
    expect(visit.panel).to_be_hidden()
    visit.open()
    expect(visit.launcher).to_be_visible()
    expect(visit.panel).to_be_hidden()


def test_the_talk_goes_on_where_the_browser_keeps_no_cookie_for_the_frame(
    host: Callable[..., Host], elsewhere: Elsewhere, cookieless: BrowserContext
) -> None:
    visit = host(cookieless)
    visit.guide = visit.guide.replace("127.0.0.1", INSECURE)
    elsewhere.pages |= {path: _page(visit.guide, title=path) for path in ("/", "/next")}
    elsewhere.headers = {}
    visit.open()
    visit.launcher.click()
    visit.say(MILWAUKEE)
    visit.say("how much does it pay")
    expect(visit.frame.locator(".exchange")).to_have_count(2)
    assert visit.page.context.cookies() == []
    visit.open("/next")
    expect(visit.frame.locator(".exchange")).to_have_count(2)
    visit.frame.locator(".menu > summary").click()
    visit.frame.get_by_role("link", name="Delete my chat").click()
    visit.frame.get_by_role("button", name="Yes, delete it").click()
    expect(visit.frame.locator(".hello")).to_contain_text("deleted")
    visit.open()
    expect(visit.frame.locator(".hello")).to_be_visible()
    expect(visit.frame.locator(".exchange")).to_have_count(0)
    visit.complaints.clear()  # the browser notes that there is no TLS


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_keyboard_opens_and_closes_it_and_the_focus_comes_back(
    host: Callable[..., Host], viewport: dict[str, int]
) -> None:
    visit = host(viewport=viewport)
    visit.open()
    visit.launcher.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.frame.locator("#message")).to_be_focused()
    visit.page.keyboard.type("hello")
    expect(visit.frame.locator("#message")).to_have_value("hello")
    visit.frame.locator(".menu > summary").focus()
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()
    expect(visit.launcher).to_be_focused()
    visit.page.keyboard.press("Space")
    expect(visit.panel).to_be_visible()
    visit.page.locator("pathways-guide .bar button").press("Escape")
    expect(visit.panel).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_open_to_everyone_shut_and_open(
    host: Callable[..., Host],
    elsewhere: Elsewhere,
    language: str,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    visit = host(viewport=viewport, color_scheme=scheme)
    elsewhere.headers = {}  # so that axe may be put into the page
    elsewhere.pages["/site.css"] = ""
    elsewhere.pages["/"] = _page(visit.guide, language=language, more=f' data-lang="{language}"')
    visit.open()
    expect(visit.launcher).to_be_visible()
    visit.check()
    visit.launcher.click()
    visit.say(MILWAUKEE)
    visit.check()
    expect(visit.frame.locator("html")).to_have_attribute("lang", "en")
    assert _no_sideways(visit)


def _no_sideways(visit: Host) -> bool:
    frame = visit.page.frame(url=f"{visit.guide}/embed**")
    assert frame is not None
    sizes: tuple[int, int] = frame.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    return sizes[0] <= sizes[1]


def test_a_site_that_was_not_let_in_gets_no_button_and_no_frame(
    host: Callable[..., Host], elsewhere: Elsewhere
) -> None:
    visit = host()
    elsewhere.pages["/"] = _page(visit.guide, site="friend")
    with visit.page.expect_console_message(lambda said: "not open to this site" in said.text):
        visit.open()
    expect(visit.page.locator("pathways-guide")).to_have_count(0)
    elsewhere.pages["/"] = (
        f'<title>x</title><iframe src="{visit.guide}/embed?site=friend"></iframe>'
    )
    visit.open()
    visit.page.wait_for_load_state()
    expect(visit.page.frame_locator("iframe").locator("#message")).to_have_count(0)
    assert any("frame-ancestors" in one for one in visit.complaints)
    visit.complaints.clear()  # the browser says on its console that it refused, as it should


def test_the_page_around_it_cannot_reach_in_and_forged_messages_do_nothing(
    host: Callable[..., Host],
) -> None:
    visit = host()
    visit.open()
    visit.launcher.click()
    expect(visit.frame.locator("#message")).to_be_focused()
    reach = "document.querySelector('pathways-guide').shadowRoot.querySelector('iframe')"
    assert visit.page.evaluate(f"{reach}.contentDocument") is None
    visit.page.evaluate("postMessage({pathways: 'close'}, '*')")
    visit.page.evaluate(f"{reach}.contentWindow.postMessage({{pathways: '<b>'}}, '*')")
    visit.page.evaluate(f"{reach}.contentWindow.postMessage(null, '*')")
    visit.say("hi")
    expect(visit.panel).to_be_visible()


def test_an_answer_that_comes_when_it_is_shut_is_told_on_the_button(
    host: Callable[..., Host],
) -> None:
    visit = host()
    visit.open()
    visit.launcher.click()
    held: list[Route] = []
    visit.page.route(f"{visit.guide}/", lambda route: held.append(route))
    visit.ready()
    visit.frame.locator("#message").fill("hi")
    with visit.page.expect_request(f"{visit.guide}/"):
        visit.frame.locator("#message").press("Enter")
    expect(visit.frame.locator(".thinking")).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()
    held[0].continue_()
    expect(visit.launcher).to_have_text("The guide answered")
    visit.launcher.click()
    expect(visit.launcher).to_have_text("Find your way to work")


def test_it_is_there_once_however_often_it_is_put_in_and_the_page_may_open_it(
    host: Callable[..., Host], elsewhere: Elsewhere
) -> None:
    visit = host()
    again = f'<script src="{visit.guide}/widget.js" data-site="college"></script>'
    elsewhere.pages["/"] = _page(visit.guide, end=again)
    visit.open()
    expect(visit.page.locator("pathways-guide")).to_have_count(1)
    visit.page.evaluate("Pathways.open()")
    expect(visit.panel).to_be_visible()
    visit.page.evaluate("document.body.replaceWith(document.createElement('body'))")
    expect(visit.panel).to_be_visible()
    visit.page.evaluate("Pathways.close()")
    expect(visit.panel).to_be_hidden()


def test_it_moves_nothing_on_the_page_and_is_not_printed(host: Callable[..., Host]) -> None:
    visit = host()
    measured = (
        "new Promise(told => new PerformanceObserver(list => told(list.getEntries().length))"
        ".observe({type: 'layout-shift', buffered: true}) || setTimeout(told, 300, 0))"
    )
    visit.open()
    expect(visit.launcher).to_be_visible()
    assert visit.page.evaluate(measured) == 0
    size = visit.page.evaluate("[document.body.scrollWidth, document.body.scrollHeight]")
    visit.page.evaluate("document.querySelector('pathways-guide').remove()")
    assert visit.page.evaluate("[document.body.scrollWidth, document.body.scrollHeight]") == size
    visit.open()
    expect(visit.launcher).to_be_visible()
    visit.page.emulate_media(media="print")
    expect(visit.launcher).to_be_hidden()


def test_links_of_the_frame_open_beside_it_and_ladders_within(host: Callable[..., Host]) -> None:
    visit = host()
    visit.open()
    visit.launcher.click()
    visit.say(MILWAUKEE)
    with visit.page.context.expect_page() as opened:
        visit.frame.locator(".card h3 a").first.click()
    expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
    expect(opened.value.locator(".brand")).to_be_visible()
    visit.frame.locator("a[data-ladder]").first.click()
    expect(visit.frame.locator("[data-opened]")).to_be_visible()


@pytest.mark.parametrize("theme", ["", "?theme=demo"])
def test_the_demo_opens_it_on_a_page_of_ours(host: Callable[..., Host], theme: str) -> None:
    visit = host()
    visit.page.goto(f"{visit.guide}/widget-demo{theme}")
    visit.launcher.click()
    visit.say("hi")
    expect(visit.frame.locator(".exchange")).to_have_count(1)
