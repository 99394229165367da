"""The contract holds for clients that are not ours: a public chat component talks to the API."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import WITHIN_MS
from tests.browser.elsewhere import Elsewhere, serving
from tests.lacking import lacking
from tests.serving import CHECKOUT, Service
from web.chat.widget.sites import NAME

pytestmark = [pytest.mark.slow, pytest.mark.browser]
OURS = Path(__file__).parent / "other_client"
TOOLS = CHECKOUT / ".tools" / "npm"
FETCHED_WITHIN_S = 120
MILWAUKEE = "im 19, left school after 10th grade, live in milwaukee, i like working with my hands"


@pytest.fixture(scope="module")
def component() -> str:
    """The component's bundle: fetched by npm once, and used only if it is the one we know."""
    wanted = json.loads((OURS / "component.json").read_text(encoding="utf-8"))
    package = TOOLS / f"{wanted['name']}-{wanted['version']}.tgz"
    if not package.exists():
        _fetch(f"{wanted['name']}@{wanted['version']}")
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    assert f"sha512-{digest}" == wanted["integrity"], f"{package.name} is not the package we know"
    with tarfile.open(package) as archive:
        bundle = archive.extractfile(wanted["file"])
        assert bundle is not None
        return bundle.read().decode("utf-8")


def _fetch(package: str) -> None:
    npm = shutil.which("npm") or lacking("npm is not installed: apt-get install npm")
    TOOLS.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", package, "--ignore-scripts", "--pack-destination", str(TOOLS)]
    quiet = {"npm_config_update_notifier": "false", "npm_config_loglevel": "error"}
    try:
        run = subprocess.run(
            command,
            cwd=TOOLS,
            env={**os.environ, **quiet},
            capture_output=True,
            text=True,
            timeout=FETCHED_WITHIN_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        lacking(f"npm did not bring {package} within {FETCHED_WITHIN_S} s")
    if run.returncode != 0:
        lacking(f"npm could not bring {package}: {run.stderr.strip()[-300:]}")


@pytest.fixture
def elsewhere(service: Service, component: str) -> Iterator[Elsewhere]:
    """Another site with that component on its page."""
    with serving() as site:
        page = (OURS / "page.html").read_text(encoding="utf-8")
        site.pages = {
            "/": page.replace("GUIDE", service.url),
            "/component.js": component,
            "/adapter.js": (OURS / "adapter.js").read_text(encoding="utf-8"),
        }
        yield site
        (service.home / NAME).unlink(missing_ok=True)


@pytest.fixture
def page(browser: Browser, service: Service, elsewhere: Elsewhere) -> Iterator[Page]:
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(WITHIN_MS)

    def stay_here(route: Route) -> None:
        """Keep the component from fetching its fonts from a third party."""
        here = route.request.url.startswith((service.url, elsewhere.url))
        route.continue_() if here else route.abort()

    context.route("**/*", stay_here)
    yield context.new_page()
    context.close()


def _let_in(service: Service, site: Elsewhere, api: str) -> None:
    text = f"sites:\n  friend:\n    origins: [{site.url}]\n    api: {api}\n"
    (service.home / NAME).write_text(text, encoding="utf-8")


def _say(page: Page, text: str) -> None:
    page.locator("deep-chat #text-input").fill(text)
    page.keyboard.press("Enter")


def test_a_component_of_another_make_talks_with_the_guide(
    page: Page, service: Service, elsewhere: Elsewhere
) -> None:
    _let_in(service, elsewhere, "true")
    page.goto(elsewhere.url)
    _say(page, MILWAUKEE)
    answers = page.locator("deep-chat .ai-message-text")
    expect(answers.first).to_contain_text("WRTP | BIG STEP")
    expect(answers.first).to_contain_text("Milwaukee")
    with page.expect_response(lambda response: "/api/v1/chat" in response.url) as told:
        _say(page, "actually im 17")
    assert json.loads(told.value.request.post_data or "")["session"], "the same talk goes on"
    expect(answers).to_have_count(2)
    assert told.value.json()["profile"]["age"] == 17
    assert page.context.cookies() == [], "the session is all there is"


def test_a_quick_reply_is_sent_as_the_choice_it_is(
    page: Page, service: Service, elsewhere: Elsewhere
) -> None:
    _let_in(service, elsewhere, "true")
    page.goto(elsewhere.url)
    with page.expect_response(lambda response: "/api/v1/chat" in response.url) as told:
        _say(page, MILWAUKEE)
    reply = told.value.json()["quick_replies"][0]
    expect(page.locator("deep-chat .ai-message-text")).to_have_count(1)
    with page.expect_response(lambda response: "/api/v1/chat" in response.url) as told:
        _say(page, reply["label"])
    sent = json.loads(told.value.request.post_data or "")
    assert sent["choice"] == reply["id"]
    assert told.value.status == 200


def test_a_site_that_was_not_given_the_api_gets_no_answer(
    page: Page, service: Service, elsewhere: Elsewhere
) -> None:
    _let_in(service, elsewhere, "false")
    page.goto(elsewhere.url)
    _say(page, MILWAUKEE)
    expect(page.locator("deep-chat .error-message-text")).to_be_visible()
    expect(page.locator("deep-chat #messages")).not_to_contain_text("BIG STEP")
