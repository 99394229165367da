"""How a plan leaves the screen: links, the short text that goes with them, a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import segno
from fastapi import Request

import locales
from conversations.codes import grouped

NAMED = 3  # programs in a message; a text message stays short
QUIET = 4  # modules of white around a code, as its standard asks for
OPEN_PATH = "/plan/open"


@dataclass(frozen=True)
class Sent:
    """A code on its way to somebody: what the person sees first, and what is handed on."""

    code: str  # in groups, as it is read and typed
    link: str
    text: str
    mail: str  # a `mailto:` address
    sms: str  # an `sms:` address
    qr: str  # an inline SVG


def sent(request: Request, code: str, what: str, language: str) -> Sent:
    """Make ready to send a code; `what` is whose it is: mine or shared.

    The code stands in the link's fragment, which browsers keep to themselves: it reaches no server,
    no access log and no proxy. The page's own script puts it into the form. Nothing is opened until
    the person presses the button, so that no link can put a stranger's plan into a browser.
    """
    link = link_of(request, code)
    params = {"link": link, "code": grouped(code)}
    text = locales.say(f"plan_page.sent.{what}", language, params)
    subject = locales.say("plan_page.sent.subject", language)
    mail = f"mailto:?subject={quote(subject)}&body={quote(text)}"
    return Sent(grouped(code), link, text, mail, f"sms:?&body={quote(text)}", qr_of(link))


def link_of(request: Request, code: str) -> str:
    """Return the address that opens a plan, the code in its fragment."""
    return f"{str(request.base_url).rstrip('/')}{OPEN_PATH}#{grouped(code)}"


def qr_of(link: str) -> str:
    """Draw a link as an SVG that a camera reads in any theme: black on white, with its margin."""
    code = segno.make(link, micro=False, error="m")
    drawn: str = code.svg_inline(
        border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return drawn
