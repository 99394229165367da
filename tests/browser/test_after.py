"""What a person does with an answer: rates it, hears it, takes it back, compares what it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.states import LAS_VEGAS, MILWAUKEE, NOME

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]

# Chromium without a sound system has no voices; these stand in for the device's own.
VOICES = """
  const spoken = (window.spoken = []);
  const voices = ["en-US", "es_MX"].map((lang) => ({ lang, name: lang }));
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  window.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak: (one) => spoken.push({ text: one.text, lang: one.lang }),
    cancel: () => spoken.push({ text: "(silence)" }),
    addEventListener: () => {},
  } });
"""


def test_a_thumb_is_given_explained_and_changed_in_place(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say(NOME)
    down = page.get_by_role("button", name="This did not help")
    down.click()
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(down).to_be_focused()
    visitor.check()
    page.get_by_label("What was wrong or missing?").fill("too far away")
    page.get_by_role("button", name="Send").first.click()
    expect(page.locator(".thanks")).to_contain_text("kept with this answer")
    page.get_by_role("button", name="This helped").click()
    expect(down).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(page.get_by_role("button", name="This helped")).to_have_attribute("aria-pressed", "true")


def test_a_reason_that_is_too_long_stays_in_its_field_and_says_so(visit: Visit) -> None:
    visitor = visit(locale="es-US")
    page = visitor.open()
    visitor.say(LAS_VEGAS)
    page.get_by_role("button", name="Me sirvió", exact=True).click()
    page.locator("[name=reason]").fill("muy " * 200)
    page.locator(".reason button").click()
    expect(page.locator("[name=reason]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=reason]")).to_be_focused()
    expect(page.locator(".wrong")).to_contain_text("500")
    visitor.check()


def test_the_last_message_is_taken_back_and_its_chips_with_it(visit: Visit) -> None:
    visitor = visit(viewport=DESK)
    page = visitor.open()
    visitor.say("i live in milwaukee")
    visitor.say("im 19")
    expect(page.locator("#understood")).to_contain_text("19")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".told")).to_contain_text("taken back")
    expect(page.locator("#understood")).to_contain_text("Milwaukee")
    expect(page.locator("#understood")).not_to_contain_text("19")
    expect(page.locator(".exchange")).to_have_count(1)
    page.reload()
    expect(page.locator(".told")).to_have_count(0)


def test_starting_over_is_in_the_menu_and_can_be_taken_back(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say(MILWAUKEE)
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Start over").click()
    visitor.answered()
    expect(page.locator("#understood")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#understood")).to_contain_text("Milwaukee")


@pytest.mark.parametrize(
    ("locale", "said", "voice"),
    [("en-US", NOME, "en-US"), ("es-US", LAS_VEGAS, "es_MX")],
    ids=["English", "Spanish"],
)
def test_an_answer_is_read_out_when_asked_in_the_voice_of_its_language(
    visit: Visit, locale: str, said: str, voice: str
) -> None:
    visitor = visit(locale=locale)
    page = visitor.page
    page.add_init_script(VOICES)
    visitor.open()
    visitor.say(said)
    assert page.evaluate("spoken") == [], "never by itself"
    button = page.locator("[data-listen]").last
    button.click()
    spoken = page.evaluate("spoken.filter((one) => one.lang)")
    assert {one["lang"] for one in spoken} == {voice}
    assert page.locator(".say").first.inner_text() in [one["text"] for one in spoken]
    expect(button).to_have_attribute("aria-pressed", "true")
    visitor.check()
    button.click()
    assert page.evaluate("spoken.at(-1).text") == "(silence)"
    expect(button).to_have_attribute("aria-pressed", "false")


def test_without_a_voice_there_is_no_button_to_listen(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open()
    visitor.say(NOME)
    expect(page.locator("[data-listen]").last).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_two_ticked_cards_stand_side_by_side(visit: Visit, viewport: dict[str, int]) -> None:
    visitor = visit(viewport=viewport)
    page = visitor.open()
    visitor.say(MILWAUKEE)
    boxes, bar = page.locator("[name=pick]"), page.locator(".pick-bar")
    boxes.nth(0).check()
    expect(bar).to_contain_text("Tick one more")
    expect(bar.get_by_role("button")).to_be_disabled()
    boxes.nth(1).check()
    expect(bar).to_contain_text("2 programs ticked")
    expect(bar).to_be_in_viewport()
    visitor.check()
    boxes.nth(2).check()
    expect(boxes.nth(3)).to_be_disabled()
    bar.get_by_role("button", name="Compare").click()
    table = page.locator(".exchange:last-child table")
    expect(table.locator("thead th")).to_have_count(4)
    visitor.check()


def test_cards_are_ticked_and_compared_without_scripts_too(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open()
    page.fill("#message", MILWAUKEE)
    page.get_by_role("button", name="Send").click()
    page.locator("[name=pick]").nth(0).check()
    page.locator("[name=pick]").nth(2).check()
    names = [page.locator(".card h3").nth(at).inner_text() for at in (0, 2)]
    page.locator(".pick-bar button").click()
    heads = page.locator("#latest table thead th a").all_inner_texts()
    assert heads == names
    page.locator("#latest [name=rating][value=down]").click()
    page.locator("#latest [name=reason]").fill("no pay")
    page.locator("#latest .reason button").click()
    expect(page.locator("#latest .thanks")).to_contain_text("kept")
    page.locator("[data-undo] button").click()
    expect(page.locator(".told")).to_contain_text("taken back")
    expect(page.locator("#latest table")).to_have_count(0)
