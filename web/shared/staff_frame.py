"""Renders the pages of staff: one frame, the look of the public pages, denser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

import locales
from web.shared.languages import keep_language, language_of, words_in
from web.shared.statics import WEB, static_address

FOLDERS = tuple(WEB / room / "templates" for room in ("shared", "console"))


@dataclass(frozen=True)
class StaffPage:
    """A template and what it shows; its language is the request's."""

    template: str
    shows: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDERS),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        static=static_address,
        languages=locales.languages(),
        name_of=partial(locales.say, "language.name"),
    )
    return made


def render(request: Request, page: StaffPage) -> HTMLResponse:
    """Render a page in the language of the request; one asked for in the address is remembered."""
    language = language_of(request)
    given = {
        "language": language,
        "t": words_in(language),
        "here": getattr(request.state, "here", None),
        "path": request.url.path,
    }
    html = _environment().get_template(page.template).render(**given, **page.shows)
    # With no referrer at all, browsers would send our own forms without their origin.
    response = HTMLResponse(html, page.status, {"Referrer-Policy": "same-origin"})
    if request.query_params.get("lang") == language:
        keep_language(request, response, language)
    return response
