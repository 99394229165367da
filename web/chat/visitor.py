"""Who is asking: their talk, their language, and whether the form they sent is ours."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

from web.shared.languages import is_secure, keep_language, language_of
from web.shared.origins import refuse_foreign

__all__ = [
    "address_in",
    "comes_from_outside",
    "forget_session",
    "keep_language",
    "keep_session",
    "language_of",
    "refuse_foreign",
    "session_of",
    "wants_fragment",
]

SESSION = "pathways_session"
DAY_S = 24 * 3600


def address_in(request: Request, language: str) -> str:
    """Return the address of this page in another language, with all else that it asks."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return "?" + urlencode([*asked, ("lang", language)])


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
    """Put the secret where no script can read it."""
    kept_s = request.app.state.settings.retention_days * DAY_S  # no longer than the talk itself
    response.set_cookie(
        SESSION, secret, max_age=kept_s, httponly=True, samesite="lax", secure=is_secure(request)
    )


def forget_session(request: Request, response: Response) -> None:
    """Take the secret back."""
    response.delete_cookie(SESSION, httponly=True, samesite="lax", secure=is_secure(request))
