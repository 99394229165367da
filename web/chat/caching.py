"""Which pages may be kept for a while. What depends on a visitor is never among them."""

from __future__ import annotations

import hashlib

from fastapi import Request
from starlette.responses import Response

from web.chat import visitor
from web.chat.widget.embedding import frame_of

ABOUT = "pathways_about"
PERSONAL = (visitor.SESSION, ABOUT)  # cookies that make an answer someone's own
A_WHILE_S = 300  # a release that is taken back is off every page after so long
KEPT_BY_ALL, KEPT_BY_ONE = f"public, max-age={A_WHILE_S}", f"private, max-age={A_WHILE_S}"


def is_personal(request: Request) -> bool:
    """Tell whether the visitor, or the site that frames the page, could change it."""
    return frame_of(request) is not None or any(name in request.cookies for name in PERSONAL)


def keepable(request: Request, response: Response) -> Response:
    """Let a page be kept that its address, its language and the release alone decide.

    The tag is a digest of what the page says, so a new release, a new language and a newer
    version of ours all change it.
    """
    if is_personal(request) or response.status_code != 200:
        return response
    tag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
    sets_cookie = "set-cookie" in response.headers
    kept = {
        "Cache-Control": KEPT_BY_ONE if sets_cookie else KEPT_BY_ALL,
        "ETag": tag,
        "Vary": "Accept-Language, Cookie",
    }
    if not sets_cookie and tag in _held(request):
        return Response(status_code=304, headers=kept)
    response.headers.update(kept)
    return response


def _held(request: Request) -> list[str]:
    return [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
