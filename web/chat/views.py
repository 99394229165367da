"""Renders templates in a language and serves the static files, decides nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import locales
from web.chat import card_words, visitor

HERE = Path(__file__).parent
STATIC = HERE / "static"
Json = dict[str, Any]
CARD_WORDS = (
    "coded",
    "ladder_address",
    "name_of_ladder",
    "name_of_program",
    "place_name",
    "nearby",
    "onward",
    "way_address",
)
FOREVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=300"


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
        **{name: getattr(card_words, name) for name in CARD_WORDS},
        languages=locales.languages(),
        name_of=partial(locales.say, "language.name"),
    )
    return made


@cache
def static_address(name: str) -> str:
    """Return the address of a static file with its hash: a browser may keep it for good."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def outside(address: str | None) -> str:
    """Return an address of the web as it may stand in a link; nothing for any other."""
    return address if address and address.startswith(("http://", "https://")) else ""


def digits(phone: str) -> str:
    """Return a phone number as a `tel:` address holds it."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def words_in(language: str) -> Callable[..., str]:
    """Return what says a code in a language, its fields given by name."""

    def t(code: str, **params: Any) -> str:
        return locales.say(code, language, params)

    return t


def render(request: Request, page: Page) -> HTMLResponse:
    """Render a page in its language. A language asked for in the address is remembered."""
    html = _filled(page, exchange=partial(_exchange, page))
    # With no referrer at all, browsers would send our own forms without their origin.
    response = HTMLResponse(html, page.status, {"Referrer-Policy": "same-origin"})
    if request.query_params.get("lang") == page.language:
        visitor.keep_language(request, response, page.language)
    return response


def _filled(page: Page, **more: Any) -> str:
    template = _environment().get_template(page.template)
    given = {"language": page.language, "t": words_in(page.language), **page.shows, **more}
    return template.render(message_id=secrets.token_hex(16), **given)


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
    return {
        "text": answer["text"],
        "messages": answer["messages"],
        "quick_replies": answer["quick_replies"],
        "language": answer.get("language") or language,
        "again": again,
    }


class LongLived(StaticFiles):
    """Static files whose address changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> Any:
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = FOREVER if versioned else A_WHILE
        return response


def mount_static(app: FastAPI) -> None:
    """Serve the static files."""
    app.mount("/static", LongLived(directory=STATIC), name="static")
