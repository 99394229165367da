"""Which language a page speaks, and how that is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from starlette.responses import Response

import locales

COOKIE = "pathways_language"
YEAR_S = 365 * 24 * 3600


def language_of(request: Request) -> str:
    """The language asked for in the address, kept in the cookie, or wished for by the browser."""
    wishes = [request.query_params.get("lang", ""), request.cookies.get(COOKIE, "")]
    wishes += [
        part.split(";")[0].strip()[:2].lower()
        for part in request.headers.get("accept-language", "").split(",")
    ]
    return next((wish for wish in wishes if wish in locales.languages()), locales.DEFAULT)


def words_in(language: str) -> Callable[..., str]:
    """Return what says a code in a language, its fields given by name."""

    def t(code: str, **params: Any) -> str:
        return locales.say(code, language, params)

    return t


def keep_language(request: Request, response: Response, language: str) -> None:
    """Remember the language of the page."""
    response.set_cookie(
        COOKIE, language, max_age=YEAR_S, httponly=True, samesite="lax", secure=is_secure(request)
    )


def is_secure(request: Request) -> bool:
    """Tell whether a cookie may go over TLS only."""
    return bool(request.app.state.settings.secure_cookies) or request.url.scheme == "https"
