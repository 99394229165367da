"""Every state the page was designed for: how a person gets into it, and on what screen it is shown.

A new state is one more line of `STATES`; `test_states.py` checks it for everyone and, when it is
asked to, takes its picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from playwright.sync_api import Route

from conversations.codes import new_code
from tests.browser.conftest import DESK, PHONE, Visitor

Drive = Callable[[Visitor], None]
Options = dict[str, Any]

EN: Options = {"locale": "en-US", "viewport": PHONE, "color_scheme": "light"}
ES: Options = {**EN, "locale": "es-US"}
WIDE: Options = {"viewport": DESK}
DARK: Options = {"color_scheme": "dark"}
SMALL: Options = {"viewport": {"width": 320, "height": 568}}
ZOOMED: Options = {"viewport": {"width": 320, "height": 256}}  # 1280 by 1024 at 400 %
FORCED: Options = {"forced_colors": "active"}
PAPER = {"width": 720, "height": 1000}
UNSCRIPTED: Options = {"java_script_enabled": False}

MILWAUKEE = "im 19, left school after 10th grade, live in milwaukee, i like working with my hands"
LAS_VEGAS = "hola busco trabajo en hoteles, vivo en las vegas, no terminé la prepa"
YOUNG = "im 16, finished 9th grade, live in milwaukee, i like construction"
FOUND = "/browse?place=milwaukee%2C+wi&sector=construction"
NOME = "i live in nome alaska and want to fix planes"


@dataclass(frozen=True)
class State:
    """One state: its name in the pictures, what it is, how to get there, on what screen."""

    name: str
    title: str
    drive: Drive
    options: Options = field(default_factory=lambda: EN)
    limping: int = 0  # messages a minute that a product without its bot takes; 0: the whole one


def at(path: str) -> Drive:
    """Open a page; what a refused address leaves on the console is no complaint."""

    def drive(visitor: Visitor) -> None:
        visitor.open(path)
        visitor.complaints.clear()

    return drive


def says(*messages: str) -> Drive:
    """Open the talk and say these, one after the other."""

    def drive(visitor: Visitor) -> None:
        visitor.open()
        for message in messages:
            visitor.say(message)

    return drive


def zoomed(visitor: Visitor) -> None:
    """Talk on a desk at 400 %, where nothing may stick and cover what is read."""
    says(MILWAUKEE)(visitor)
    visitor.page.locator(".card .verdict").first.scroll_into_view_if_needed()


def sent_unscripted(visitor: Visitor, *messages: str) -> None:
    """Send the form as a browser without scripts does."""
    visitor.open()
    for message in messages:
        visitor.page.fill("#message", message)
        visitor.page.locator("#compose button").click()


def unscripted(visitor: Visitor) -> None:
    """Talk without scripts."""
    sent_unscripted(visitor, LAS_VEGAS)


def kept_waiting(visitor: Visitor, seconds: float, message: str) -> None:
    """Send a message that is not answered for a while."""
    page = visitor.open()
    page.clock.install()
    page.route(visitor.service.url + "/", _never)
    page.fill("#message", message)
    page.keyboard.press("Enter")
    page.locator(".thinking").wait_for()
    page.clock.fast_forward(round(seconds * 1000))


def _never(route: Route) -> None:
    """Hold a request: nobody answers it while the state is looked at."""


def offline(visitor: Visitor) -> None:
    """Send a message without a network."""
    page = visitor.open()
    page.context.set_offline(True)
    page.fill("#message", LAS_VEGAS)
    page.keyboard.press("Enter")
    page.locator(".notice").wait_for()
    visitor.complaints.clear()  # Chromium itself notes the loss on its console


def saved(visitor: Visitor) -> None:
    """Save a program and look at the plan."""
    says(MILWAUKEE)(visitor)
    visitor.press("Save")
    visitor.open("/plan").locator("h1").wait_for()


def coded(visitor: Visitor) -> str:
    """Save the plan under a code, share it, and return the code to share."""
    saved(visitor)
    page = visitor.page
    page.get_by_role("button", name="Save my plan").click()
    page.locator("#code p.code").wait_for()
    page.locator("button[value=share]").click()
    return page.locator("#share p.code").inner_text().replace("\n", "")


def shared(visitor: Visitor) -> None:
    """Open a plan that somebody shared, in a browser that knows nothing of it."""
    code = coded(visitor)
    visitor.page.context.clear_cookies()
    opened(visitor, code)
    visitor.page.locator(".plan").wait_for()


def opened(visitor: Visitor, code: str) -> None:
    """Open a plan by its code."""
    visitor.open("/plan/open").fill("#plan-code", code)
    visitor.page.locator("main form button").click()


def expired(visitor: Visitor) -> None:
    """Open a plan that is no longer kept."""
    opened(visitor, new_code())
    visitor.page.get_by_role("alert").wait_for()
    visitor.complaints.clear()  # the refusal's status is on the console


def printed(visitor: Visitor) -> None:
    """Put a plan on paper."""
    coded(visitor)
    visitor.page.emulate_media(media="print")


def introduced(visitor: Visitor) -> None:
    """Talk, then turn to a person."""
    says(MILWAUKEE)(visitor)
    visitor.open("/person").locator("h1").wait_for()


def compared(visitor: Visitor) -> None:
    """Tick two cards and see them side by side."""
    ticked(visitor)
    visitor.page.locator(".pick-bar button").click()
    visitor.page.locator(".exchange:last-child table").wait_for()


def ticked(visitor: Visitor) -> None:
    """Tick two cards."""
    says(MILWAUKEE)(visitor)
    for box in visitor.page.locator("[name=pick]").all()[:2]:
        box.check()


def thumbed(visitor: Visitor) -> None:
    """Say that an answer did not help."""
    says(NOME)(visitor)
    visitor.page.locator("[name=rating][value=down]").last.click()
    visitor.page.locator(".thanks").wait_for()
    visitor.page.locator(".after").last.scroll_into_view_if_needed()


def undone(visitor: Visitor) -> None:
    """Take the last message back."""
    says(MILWAUKEE, "what does it pay")(visitor)
    visitor.page.locator("[data-undo] button").click()
    visitor.page.locator(".told").wait_for()
    visitor.page.locator(".told").scroll_into_view_if_needed()


def ladder(visitor: Visitor) -> None:
    """Open a ladder from its card."""
    says(MILWAUKEE)(visitor)
    visitor.page.locator(".card a[data-ladder]").first.click()
    visitor.page.locator("[data-opened] h3").wait_for()


def menu(visitor: Visitor) -> None:
    """Open the menu."""
    visitor.open().locator(".menu > summary").click()


def editing(visitor: Visitor) -> None:
    """Open the form that mends what was understood."""
    says(MILWAUKEE)(visitor)
    visitor.page.locator(".edit > summary").click()


def too_much(visitor: Visitor) -> None:
    """Write more than is taken, without scripts."""
    sent_unscripted(visitor, "I like cars and I like houses. " * 40)


def too_often(visitor: Visitor) -> None:
    """Send more than an address may, without scripts."""
    sent_unscripted(visitor, "hi", "hi again")
    visitor.page.locator("[data-problem]").wait_for()
    visitor.complaints.clear()  # the refusal's status is on the console


STATES = (
    State("first-visit", "First visit", at("/")),
    State("first-visit-es-dark", "First visit, Spanish, dark", at("/"), ES | DARK),
    State("first-visit-wide", "First visit at a desk", at("/"), EN | WIDE),
    State("menu", "The menu", menu, ES),
    State("thinking", "Thinking", partial(kept_waiting, seconds=0.5, message=NOME), EN | DARK),
    State("slow", "Slow", partial(kept_waiting, seconds=4, message=LAS_VEGAS), ES),
    State("offline", "Offline", offline, ES),
    State("part-down", "A part is down", says(NOME), EN, limping=100),
    State("many", "Many programs", says(MILWAUKEE)),
    State("many-wide", "Many programs at a desk", says(MILWAUKEE), EN | WIDE),
    State("many-es-dark-wide", "Many, Spanish, dark", says(LAS_VEGAS), ES | DARK | WIDE),
    State("one-match", "One program", says("iam boeing joint programs"), EN | DARK),
    State("none-near", "None near", says(NOME)),
    State("one-step-away", "One step away", says(YOUNG, "big step")),
    State("closed", "A program that closed", says("health careers for all seattle")),
    State("ambiguous-place", "A place of many", says("i live in springfield")),
    State("low-confidence", "Not understood", says("blue seven the of"), ES),
    State("crisis", "Somebody in danger", says("ya no quiero vivir"), ES),
    State("editing", "Mending what was understood", editing),
    State("ladder", "A ladder", ladder, EN | DARK),
    State("ticked", "Two cards ticked", ticked),
    State("compared", "Side by side", compared, EN | WIDE),
    State("saved-plan", "A saved plan", saved),
    State("coded-plan", "A plan with its codes", coded, EN | WIDE),
    State("shared-plan", "A plan somebody shared", shared, EN | DARK),
    State("expired-code", "A code that opens nothing", expired, ES),
    State("printed-plan", "A plan on paper", printed, EN | {"viewport": PAPER}),
    State("person", "A person to talk to", introduced),
    State("browse", "Browsing", at("/browse"), ES),
    State("browse-wide", "Found by place and field", at(FOUND), EN | WIDE),
    State("program", "A program", at("/programs/wrtp-big-step"), EN | WIDE | DARK),
    State("thumbed", "A thumb and why", thumbed, EN | DARK),
    State("undone", "Taken back", undone),
    State("too-long", "Too long", too_much, EN | UNSCRIPTED),
    State("too-many", "Too many", too_often, ES | UNSCRIPTED, limping=1),
    State("not-found", "Nothing here", at("/nothing"), ES | DARK),
    State("privacy", "Privacy", at("/privacy")),
    State("forget", "Before it is deleted", at("/forget"), ES),
    State("small", "320 pixels wide", says(MILWAUKEE), EN | SMALL),
    State("zoomed", "A desk at 400 %", zoomed, EN | ZOOMED),
    State("forced-colours", "Forced colours", says(LAS_VEGAS), ES | FORCED),
    State("unscripted", "Without scripts", unscripted, ES | UNSCRIPTED),
)
