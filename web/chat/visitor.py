"""Who is asking: their language, their talk, and whether the form they sent is ours."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request
from starlette.datastructures import FormData
from starlette.responses import Response

import locales
from web.chat.widget.embedding import frame_of
from web.shared import languages
from web.shared.languages import is_secure
from web.shared.origins import refuse_foreign

__all__ = [
    "address_in",
    "comes_from_outside",
    "forget_session",
    "home_of",
    "keep_language",
    "keep_session",
    "keeps_cookies",
    "key_for",
    "key_taken",
    "language_of",
    "latest_of",
    "refuse_foreign",
    "session_of",
    "take_key",
    "try_cookies",
    "wants_fragment",
]

SESSION = "pathways_session"
FRAMED = "_framed"  # a frame has cookies of its own, for each site that shows it
NO_TALK_YET = "-"  # tells a browser that keeps the frame's cookies from one that does not
LONGEST_KEY = 128
DAY_S = 24 * 3600


@dataclass(frozen=True)
class Cookie:
    """A cookie no script can read, and for how long it is kept."""

    name: str
    value: str
    seconds: int

    def of_frame(self) -> str:
        """Write it so that a browser keeps it for our frame on one site, apart from all others.

        Written out, for the standard library knows `Partitioned` only from Python 3.14 on.
        """
        kept = f"{self.name}{FRAMED}={self.value}; Max-Age={self.seconds}; Path=/; HttpOnly"
        return f"{kept}; Secure; SameSite=None; Partitioned"


def language_of(request: Request) -> str:
    """The language of the visitor: in a frame their own choice, then the one of its site."""
    frame = frame_of(request)
    if frame is None:
        return languages.language_of(request)
    kept = request.cookies.get(f"{languages.COOKIE}{FRAMED}", "")
    wishes = (frame.chosen, kept, frame.language, frame.site.language)
    spoken = (wish for wish in wishes if wish in locales.languages())
    return next(spoken, None) or languages.language_of(request)


def address_in(request: Request, language: str) -> str:
    """Return the address of this page in another language, with all else that it asks."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return "?" + urlencode([*asked, ("lang", language)])


def wants_fragment(request: Request) -> bool:
    """Tell whether the page's own script asks, which puts the part in place itself."""
    return request.headers.get("x-fragment") == "1"


def session_of(request: Request) -> str | None:
    """Return the secret of the visitor's talk, if they have one."""
    secret = request.cookies.get(_name(request, SESSION), NO_TALK_YET)
    brought: str | None = getattr(request.state, "brought_key", None)
    return brought if secret in ("", NO_TALK_YET) else secret


def keeps_cookies(request: Request) -> bool:
    """Tell whether the browser keeps the cookies of this frame."""
    return _name(request, SESSION) in request.cookies


def take_key(request: Request, form: FormData) -> None:
    """Take the secret from a frame's form where the browser keeps no cookies for it."""
    brought = form.get("talk")
    if frame_of(request) is None or keeps_cookies(request) or not isinstance(brought, str):
        return
    request.state.brought_key = brought[:LONGEST_KEY] or None


async def key_taken(request: Request) -> None:
    """Take that secret before a route that reads a form of its own; a dependency."""
    take_key(request, await request.form())


def key_for(request: Request, secret: str | None) -> str:
    """Return the secret that a frame without cookies has to keep itself; else nothing."""
    return "" if frame_of(request) is None or keeps_cookies(request) else secret or ""


def home_of(request: Request, **more: str) -> str:
    """Return where the talk of this visitor stands: the page, or the frame they use."""
    frame = frame_of(request)
    if frame is not None:
        return frame.address(**more)
    return f"/?{urlencode(more)}" if more else "/"


def latest_of(request: Request) -> str:
    """Return where the newest answer stands."""
    return f"{home_of(request)}#latest"


def comes_from_outside(request: Request) -> bool:
    """Tell a visit from a step within the site, where the browser says so."""
    return request.headers.get("sec-fetch-site") != "same-origin"


def keep_session(request: Request, response: Response, secret: str) -> None:
    """Put the secret where no script can read it."""
    kept_s = request.app.state.settings.retention_days * DAY_S  # no longer than the talk itself
    _keep(request, response, Cookie(SESSION, secret, kept_s))


def forget_session(request: Request, response: Response) -> None:
    """Take the secret back."""
    if frame_of(request) is None:
        response.delete_cookie(SESSION, httponly=True, samesite="lax", secure=is_secure(request))
    elif keeps_cookies(request):
        keep_session(request, response, NO_TALK_YET)


def keep_language(request: Request, response: Response, language: str) -> None:
    """Remember the language of the page."""
    if frame_of(request) is None:
        languages.keep_language(request, response, language)
    else:
        _keep(request, response, Cookie(languages.COOKIE, language, languages.YEAR_S))


def try_cookies(request: Request, response: Response) -> None:
    """Let the next request of a frame tell whether its browser keeps cookies there."""
    if frame_of(request) is not None and not keeps_cookies(request):
        keep_session(request, response, NO_TALK_YET)


def _keep(request: Request, response: Response, cookie: Cookie) -> None:
    if frame_of(request) is not None:
        response.headers.append("Set-Cookie", cookie.of_frame())
        return
    response.set_cookie(
        cookie.name,
        cookie.value,
        max_age=cookie.seconds,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )


def _name(request: Request, name: str) -> str:
    return name if frame_of(request) is None else f"{name}{FRAMED}"
