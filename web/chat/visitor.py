"""Who is asking: their language, their talk, and whether the form they sent is ours."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request
from starlette.responses import Response

import locales
from web.shared.problems import Problem

SESSION, LANGUAGE = "pathways_session", "pathways_language"
DAY_S = 24 * 3600
YEAR_S = 365 * DAY_S
NULL_ORIGIN = "null"


class ForeignForm(Problem):
    """A form that came from another site."""

    def __init__(self) -> None:
        super().__init__(403, "This form came from another site. Open the page and send it there.")


def language_of(request: Request) -> str:
    """The language asked for in the address, kept in the cookie, or wished for by the browser."""
    wishes = [request.query_params.get("lang", ""), request.cookies.get(LANGUAGE, "")]
    wishes += [
        part.split(";")[0].strip()[:2].lower()
        for part in request.headers.get("accept-language", "").split(",")
    ]
    return next((wish for wish in wishes if wish in locales.languages()), locales.DEFAULT)


def wants_fragment(request: Request) -> bool:
    """Tell whether the page's own script asks, which puts the part in place itself."""
    return request.headers.get("x-fragment") == "1"


def session_of(request: Request) -> str | None:
    """Return the secret of the visitor's talk, if they have one."""
    return request.cookies.get(SESSION) or None


def refuse_foreign(request: Request) -> None:
    """Refuse a form that another site sent. Browsers say where a form comes from."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise ForeignForm
        return
    origin = request.headers.get("origin")
    if origin and _host_of(origin) != request.headers.get("host"):
        raise ForeignForm


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # no address at all
        return None


def keep_session(request: Request, response: Response, secret: str) -> None:
    """Put the secret of a talk where no script can read it."""
    kept_s = request.app.state.settings.retention_days * DAY_S  # no longer than the talk itself
    keep_secret(request, response, (SESSION, secret), kept_s)


def forget_session(request: Request, response: Response) -> None:
    """Take the secret back."""
    drop_secret(request, response, SESSION)


def keep_secret(
    request: Request, response: Response, named: tuple[str, str], kept_s: int | None
) -> None:
    """Keep a name and its secret in the browser; None: until it is closed."""
    name, secret = named
    response.set_cookie(
        name, secret, max_age=kept_s, httponly=True, samesite="lax", secure=_secure(request)
    )


def drop_secret(request: Request, response: Response, name: str) -> None:
    """Take a secret back from the browser."""
    response.delete_cookie(name, httponly=True, samesite="lax", secure=_secure(request))


def keep_language(request: Request, response: Response, language: str) -> None:
    """Remember the language of the page."""
    response.set_cookie(
        LANGUAGE, language, max_age=YEAR_S, httponly=True, samesite="lax", secure=_secure(request)
    )


def _secure(request: Request) -> bool:
    return request.app.state.settings.secure_cookies or request.url.scheme == "https"
