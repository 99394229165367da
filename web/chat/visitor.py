"""Who is asking: their talk, their language, and whether the form they sent is ours."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from web.shared.languages import is_secure, keep_language, language_of
from web.shared.origins import refuse_foreign

__all__ = [
    "comes_from_outside",
    "drop_secret",
    "forget_session",
    "keep_language",
    "keep_secret",
    "keep_session",
    "language_of",
    "refuse_foreign",
    "session_of",
    "wants_fragment",
]

SESSION = "pathways_session"
DAY_S = 24 * 3600


def wants_fragment(request: Request) -> bool:
    """Tell whether the page's own script asks, which puts the part in place itself."""
    return request.headers.get("x-fragment") == "1"


def session_of(request: Request) -> str | None:
    """Return the secret of the visitor's talk, if they have one."""
    return request.cookies.get(SESSION) or None


def comes_from_outside(request: Request) -> bool:
    """Tell a visit from a step within the site, where the browser says so."""
    return request.headers.get("sec-fetch-site") != "same-origin"


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
        name, secret, max_age=kept_s, httponly=True, samesite="lax", secure=is_secure(request)
    )


def drop_secret(request: Request, response: Response, name: str) -> None:
    """Take a secret back from the browser."""
    response.delete_cookie(name, httponly=True, samesite="lax", secure=is_secure(request))
