"""A person talks with the guide in Chromium: reads cards, opens a ladder, loses the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]

MILWAUKEE = "im 19, left school after 10th grade, live in milwaukee, i like working with my hands"
LAS_VEGAS = "hola busco trabajo en hoteles, vivo en las vegas, no terminé la prepa"
FIRST_VISIT_REQUESTS = 6
PAGES = (
    "/privacy", "/forget", "/programs/wrtp-big-step", "/ladders/machining?state=WI",
    "/ladders/electrician?from=wrtp-big-step&to=3&state=WI",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "program", "options"),
    [
        pytest.param("en", MILWAUKEE, "WRTP | BIG STEP", {"viewport": PHONE}, id="phone, light"),
        pytest.param(
            "en", MILWAUKEE, "WRTP | BIG STEP", {"viewport": DESK, "color_scheme": "dark"},
            id="desk, dark",
        ),
        pytest.param("es", LAS_VEGAS, "Culinary Academy", {"viewport": DESK}, id="Spanish, desk"),
        pytest.param(
            "es", LAS_VEGAS, "Culinary Academy", {"viewport": PHONE, "color_scheme": "dark"},
            id="Spanish, phone, dark",
        ),
    ],
)  # fmt: skip
def test_a_person_types_reads_cards_and_opens_a_ladder(
    visit: Visit, language: str, said: str, program: str, options: dict[str, Any]
) -> None:
    visitor = visit(locale=language, **options)
    page = visitor.open()
    visitor.check()
    visitor.say(said)
    card = page.locator(".card", has_text=program).first
    expect(card.locator(".verdict strong")).to_be_visible()
    expect(card.locator(".mark.met").first).to_be_visible()
    visitor.check()
    card.locator("a[data-ladder]").click()
    ladder = page.locator("[data-opened]")
    expect(ladder.get_by_role("heading", level=3)).to_be_focused()
    expect(ladder.locator(".rungs > li").nth(1)).to_be_visible()
    expect(ladder).to_contain_text("$")
    visitor.check()


@pytest.mark.parametrize("viewport", [PHONE, DESK])
@pytest.mark.parametrize(
    ("language", "asked", "button"),
    [
        ("en", "how do i become a supervisor electrician", "How do I get here?"),
        ("es", "cómo llego a ser supervisor de electricidad", "¿Cómo llego aquí?"),
    ],
)
def test_a_way_is_read_in_the_talk_and_in_the_panel(
    visit: Visit, language: str, asked: str, button: str, viewport: dict[str, int]
) -> None:
    visitor = visit(locale=language, viewport=viewport)
    page = visitor.open()
    visitor.say(MILWAUKEE if language == "en" else "tengo 19, vivo en milwaukee, décimo grado")
    visitor.say(asked)
    way = page.locator("#latest .way, .exchange:last-child .way").first
    expect(way.locator(".rungs > li")).to_have_count(4)
    expect(way.locator("svg.bar").first).to_be_visible()
    page.locator(".exchange:last-child .card a[data-ladder]").first.click()
    panel = page.locator("[data-opened]")
    panel.get_by_role("link", name=button).first.click()
    expect(panel.locator(".way .rungs > li").nth(1)).to_be_visible()
    expect(panel).to_have_count(1)
    visitor.check()


def test_all_of_it_works_without_javascript(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open()
    page.fill("#message", MILWAUKEE)
    page.get_by_role("button", name="Send").click()
    card = page.locator(".card", has_text="WRTP | BIG STEP").first
    expect(card).to_contain_text("Source: ")
    card.locator("a[data-ladder]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Career ladder")
    page.get_by_role("link", name="Back to the talk").click()
    page.locator(".card .answers button").first.click()
    expect(page.locator("#latest .you")).to_contain_text("Yes")
    page.locator("#latest .card", has_text="WRTP | BIG STEP").locator(".acts").get_by_role(
        "button", name="Save"
    ).click()
    expect(page.locator("#saved")).to_contain_text("WRTP | BIG STEP")
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="Delete my chat").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator(".card")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Find the way")


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the talk")).to_be_focused()
    page.focus("#message")
    page.keyboard.type("i live in milwaukee")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("and like building")
    expect(page.locator("#message")).to_have_value("i live in milwaukee\nand like building")
    page.keyboard.press("Enter")
    visitor.answered()
    expect(page.locator("#message")).to_be_focused()
    expect(page.locator("#message")).to_have_value("")
    page.focus(".menu > summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Privacy")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Privacy")).to_be_hidden()
    expect(page.locator(".menu > summary")).to_be_focused()


def test_a_message_written_without_a_network_goes_out_once_when_it_is_back(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    page.context.set_offline(True)
    page.fill("#message", MILWAUKEE)
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("You are offline")
    expect(page.locator(".you")).to_contain_text("milwaukee")
    page.context.set_offline(False)
    visitor.answered()
    page.reload()
    expect(page.locator(".exchange")).to_have_count(1)
    visitor.complaints.clear()  # Chromium itself notes the loss on its console


def test_an_answer_lost_on_its_way_back_is_asked_for_again_and_counts_once(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    lost: list[str] = []

    def lose(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().text())  # the server took it; the page never hears of it
            route.abort()
        else:
            route.continue_()

    page.route(visitor.service.url + "/", lose)
    page.fill("#message", MILWAUKEE)
    page.keyboard.press("Enter")
    page.locator(".notice").get_by_role("button", name="Try again").click()
    visitor.answered()
    page.reload()
    expect(page.locator(".exchange")).to_have_count(1)
    visitor.complaints.clear()  # the lost answer is on the console, as it should be


def test_a_slow_answer_says_that_it_is_slow(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    page.clock.install()
    held: list[Route] = []
    page.route(visitor.service.url + "/", lambda route: held.append(route))
    page.fill("#message", MILWAUKEE)
    page.keyboard.press("Enter")
    expect(page.locator(".thinking")).to_contain_text("One moment")
    page.clock.fast_forward(3_500)
    expect(page.locator(".thinking")).to_contain_text("longer than usual")
    held[0].continue_()
    visitor.answered()


def test_writing_spanish_turns_the_page_to_spanish(visit: Visit) -> None:
    visitor = visit(locale="en-US")
    page = visitor.open()
    page.fill("#message", LAS_VEGAS)
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#latest")).to_contain_text("Culinary Academy")
    expect(page.locator("#latest")).to_have_attribute("lang", "es")


@pytest.mark.parametrize(
    "viewport",
    [
        pytest.param({"width": 320, "height": 568}, id="the smallest phone"),
        pytest.param({"width": 320, "height": 225}, id="a desk at 400 %"),
        pytest.param(PHONE, id="a phone"),
        pytest.param({"width": 768, "height": 1024}, id="a tablet"),
        pytest.param({"width": 1000, "height": 700}, id="a small desk"),
        pytest.param(DESK, id="a desk"),
    ],
)
def test_nothing_is_cut_off_or_scrolls_sideways(visit: Visit, viewport: dict[str, int]) -> None:
    visitor = visit(viewport=viewport)
    page = visitor.open()
    visitor.say(MILWAUKEE)
    page.locator("a[data-ladder]").first.click()
    page.locator("[data-opened]").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= viewport["width"]
    for path in PAGES:
        visitor.open(path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= viewport["width"], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("path", PAGES)
def test_every_other_page_is_open_to_everyone(
    visit: Visit, path: str, language: str, scheme: str
) -> None:
    visitor = visit(locale=language, color_scheme=scheme)
    visitor.open(path)
    visitor.check()


def test_a_first_visit_is_a_few_requests_to_this_machine_only(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    visitor.page.wait_for_load_state("networkidle")
    assert len(visitor.requests) <= FIRST_VISIT_REQUESTS


def test_saved_programs_and_chips_stand_beside_the_talk(visit: Visit) -> None:
    visitor = visit(viewport=DESK)
    page = visitor.open()
    visitor.say(MILWAUKEE)
    expect(page.locator("#understood")).to_contain_text("Milwaukee, WI")
    page.locator(".card .acts").get_by_role("button", name="Save").first.click()
    expect(page.locator("#saved")).to_contain_text("WRTP | BIG STEP")
    page.locator("#understood").get_by_role("button", name="Take out: Milwaukee, WI").click()
    expect(page.locator("#understood")).not_to_contain_text("Milwaukee")


def test_somebody_in_danger_is_given_a_number_to_call(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say("i dont want to live anymore")
    expect(page.get_by_role("link", name="Call 988")).to_be_visible()
    visitor.check()
