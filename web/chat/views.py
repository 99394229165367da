"""Renders templates in a language, decides nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse

import locales
from web.chat import card_words, visitor
from web.chat.widget.embedding import Frame, frame_of, framed_by
from web.shared.languages import words_in
from web.shared.security import CONTENT_SECURITY
from web.shared.statics import static_address

HERE = Path(__file__).parent
Json = dict[str, Any]
CARD_WORDS = (
    "coded",
    "folded",
    "ladder_address",
    "name_of_ladder",
    "name_of_program",
    "place_name",
    "nearby",
    "onward",
    "way_address",
)
MAX_REASON = 500  # characters of a reason for a thumb


@dataclass(frozen=True)
class Page:
    """A template, the language it speaks and what it shows."""

    template: str
    language: str
    shows: Json
    status: int = 200


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        has=locales.has,
        static=static_address,
        outside=outside,
        digits=digits,
        most_reason=MAX_REASON,
        **{name: getattr(card_words, name) for name in CARD_WORDS},
        languages=locales.languages(),
        name_of=partial(locales.say, "language.name"),
    )
    return made


def outside(address: str | None) -> str:
    """Return an address of the web as it may stand in a link; nothing for any other."""
    return address if address and address.startswith(("http://", "https://")) else ""


def digits(phone: str) -> str:
    """Return a phone number as a `tel:` address holds it."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def render(request: Request, page: Page) -> HTMLResponse:
    """Render a page in its language. A language asked for in the address is remembered."""
    frame = frame_of(request)
    given = {
        "address_in": partial(visitor.address_in, request),
        "frame": frame,
        "home": visitor.home_of(request),
    }
    placed = replace(page, shows={**given, **page.shows})
    html = _filled(placed, exchange=partial(_exchange, placed))
    # With no referrer at all, browsers would send our own forms without their origin.
    response = HTMLResponse(html, page.status, {"Referrer-Policy": "same-origin"})
    if frame is not None:
        return _framed(request, response, frame)
    if request.query_params.get("lang") == page.language:
        visitor.keep_language(request, response, page.language)
    return response


def _framed(request: Request, response: HTMLResponse, frame: Frame) -> HTMLResponse:
    """Let the frame's own site show the page, and nobody else."""
    response.headers["Content-Security-Policy"] = framed_by(CONTENT_SECURITY, frame)
    visitor.try_cookies(request, response)
    return response


def _filled(page: Page, **more: Any) -> str:
    template = _environment().get_template(page.template)
    given = {"language": page.language, "t": words_in(page.language), "talk_key": ""}
    given |= {"message_id": secrets.token_hex(16), **page.shows, **more}
    return template.render(given)


def _exchange(page: Page, entry: Json, latest: bool) -> Markup:
    """Render one exchange wholly in its own language, whatever the page's is by now."""
    shows = {**page.shows, "entry": entry, "latest": latest}
    return Markup(_filled(Page("_exchange.html", entry["language"], shows)))


def entry_of(answer: Mapping[str, Any], language: str) -> Json:
    """Shape an answer, fresh or from the transcript, as one exchange of the page.

    A message that got no answer, for a part was down, can be sent again under its own id.
    """
    lost = answer.get("unavailable") or not answer["messages"]
    again = {"message": answer["text"], "message_id": answer["message_id"]} if lost else None
    message_id = answer.get("message_id") or ""
    return {
        "message_id": message_id,
        "anchor": f"a{hashlib.sha256(message_id.encode()).hexdigest()[:12]}",
        "rating": answer.get("rating"),
        "reason": answer.get("reason") or "",
        "too_long": False,
        "text": answer["text"],
        "messages": answer["messages"],
        "quick_replies": answer["quick_replies"],
        "language": answer.get("language") or language,
        "again": again,
    }
