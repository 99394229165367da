"""Nothing is lost on the way: drafts, messages under way, the place in the talk; told just once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, Visitor
from tests.browser.states import MILWAUKEE, NOME

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]


def test_a_draft_outlives_a_reload_and_goes_when_it_is_sent(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    page.locator("#message").press_sequentially("i live in")
    page.reload()
    expect(page.locator("#message")).to_have_value("i live in")
    visitor.say("i live in milwaukee")
    page.reload()
    expect(page.locator("#message")).to_have_value("")


def test_a_message_under_way_when_the_page_is_reloaded_is_sent_once(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say("im 19")
    ids: list[str] = []

    def hold_the_first(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        ids.append(str(route.request.post_data).split('name="message_id"')[1].split()[0])
        if len(ids) > 1:
            route.continue_()

    page.route(visitor.service.url + "/", hold_the_first)
    page.fill("#message", NOME)
    page.keyboard.press("Enter")
    page.locator(".thinking").wait_for()
    page.reload()
    visitor.answered()
    expect(page.locator(".exchange")).to_have_count(2)
    assert len(ids) == 2
    assert ids[0] == ids[1], "the same message id, so that it counts once"
    page.reload()
    expect(page.locator(".exchange")).to_have_count(2)


def test_a_talk_is_resumed_at_its_newest_answer(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say(MILWAUKEE)
    visitor.say(NOME)
    page.reload()
    expect(page.locator("#latest .you")).to_be_in_viewport()
    visitor.open("/privacy")
    visitor.open("/")
    expect(page.locator("#latest .you")).to_be_in_viewport()


def test_being_offline_is_told_once_and_taken_back(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    page.context.set_offline(True)
    expect(page.get_by_role("status").first).to_contain_text("You are offline")
    visitor.check()
    page.context.set_offline(False)
    expect(page.locator("#net")).to_be_empty()
    visitor.complaints.clear()  # a file that could not be fetched meanwhile


def test_earlier_messages_of_a_long_talk_are_one_link_away(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    for number in range(13):
        visitor.say(f"im {18 + number}")
    page.reload()
    expect(page.locator(".exchange")).to_have_count(12)
    page.get_by_role("link", name="Show 1 earlier message").click()
    expect(page.locator(".exchange")).to_have_count(13)


HEARD = """
  window.heard = [];
  const live = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[aria-live]");
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) {
      const region = live(node);
      if (node.isConnected && region?.getAttribute("aria-live") === "polite")
        heard.push([...(node.querySelectorAll?.("[aria-live=off]") ?? [])]
          .reduce((text, quiet) => text.replace(quiet.textContent, ""), node.textContent));
    }
  }).observe(document.querySelector("#log"), { childList: true, subtree: true });
"""


def test_an_answer_is_announced_once_and_nobody_hears_their_own_words(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say("im 19")
    page.evaluate(HEARD)
    visitor.say(MILWAUKEE)
    expect(page.locator(".exchange:last-child .card").first).to_be_visible()
    answer = page.locator(".exchange:last-child .say").first.inner_text()
    heard = " ".join(page.evaluate("heard"))
    assert heard.count(answer) == 1
    assert "left school" not in heard
    assert "Ladder" not in heard, "cards are for reading at leisure"


def test_a_button_of_a_page_out_of_date_shows_the_talk_as_it_stands(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say("im 19")
    page.evaluate("document.querySelector('[name=choice]').value = '0'.repeat(32)")
    page.locator("[name=choice]").first.click()
    expect(page.locator("#latest")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(1)


def test_help_and_a_person_stand_in_the_same_place_on_every_page(visit: Visit) -> None:
    visitor = visit(viewport=PHONE)
    places = []
    for path in ("/", "/privacy", "/forget", "/programs/wrtp-big-step", "/nothing"):
        page = visitor.open(path)
        buttons = [page.locator(f".foot {part}") for part in ("[href='/person']", "[value=help]")]
        places.append([button.bounding_box() for button in buttons])
        expect(page.locator(".tongues")).to_be_visible()
    assert all(place == places[0] for place in places)
    visitor.complaints.clear()  # the status of the page that is not there


def test_the_whole_way_is_walked_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    tab_to(page, "#message")
    page.keyboard.type(MILWAUKEE)
    page.keyboard.press("Enter")
    visitor.answered()
    page.keyboard.press("Escape")
    page.locator(".exchange").focus()
    tab_to(page, ".card [name=pick]")
    page.keyboard.press("Space")
    tab_to(page, ".card [name=pick]")
    page.keyboard.press("Space")
    tab_to(page, "[name=compare]")
    assert obscured(page) is False
    page.keyboard.press("Enter")
    visitor.answered()
    page.locator(".exchange").last.focus()
    tab_to(page, "[name=rating]")
    assert obscured(page) is False
    page.keyboard.press("Enter")
    expect(page.locator(".thanks")).to_be_visible()
    tab_to(page, "[data-undo] button")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("taken back")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"no way to {selector} by Tab")


def obscured(page: Page) -> bool:
    """Tell whether what has the focus is wholly under something else."""
    covered: bool = page.evaluate(
        """() => {
          const box = document.activeElement.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const focused = document.activeElement;
          return !(top && (focused.contains(top) || top.contains(focused)));
        }"""
    )
    return covered
