"""Whether a request comes from the frame on another site, from which site, and what that changes.

Browsers do not say that a page stands in a frame. The frame's own address does, and it is the
referrer of everything the frame asks for: our pages send it to us, and to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import Request

import locales
from web.chat.widget.sites import LONGEST_KEY, Site, Sites

EMBED = "/embed"
PATHS = frozenset({EMBED, f"{EMBED}/forget"})
FRAMES = "frame-ancestors"
LONGEST_ADDRESS = 2_000  # characters of a referrer that is looked at


@dataclass(frozen=True)
class Frame:
    """The guide in a page of another site."""

    key: str  # of the site; empty: one of our own pages
    site: Site
    language: str  # asked for in the address; empty: none that we speak
    chosen: str = ""  # what the person chose instead, before a cookie says so
    resumed: bool = False  # whether the frame brought the key of its talk itself

    def address(self, path: str = "", **more: str) -> str:
        """Return the address of a page of this frame."""
        given = {"site": self.key, "lang": self.language, **more}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{EMBED}{path}?{query}" if query else f"{EMBED}{path}"

    @property
    def ancestors(self) -> str:
        """Return whose pages may show it, as `frame-ancestors` lists them."""
        return " ".join(["'self'", *self.site.origins])


def frame_of(request: Request) -> Frame | None:
    """Return the frame a request comes from; None for every other, and for an unknown key."""
    asked = _asked(request)
    if asked is None:
        return None
    key = asked.get("site", "")[: LONGEST_KEY + 1]
    site = sites_of(request).find(key)
    if site is None:
        return None
    resumed = request.method == "POST" and request.url.path == EMBED
    return Frame(key, site, _spoken(asked.get("lang")), _spoken(asked.get("tongue")), resumed)


def sites_of(request: Request) -> Sites:
    """Return the sites that this app knows."""
    sites = request.app.state.sites
    assert isinstance(sites, Sites)
    return sites


def framed_by(policy: str, frame: Frame) -> str:
    """Return a content security policy that lets the frame's site show the page."""
    parts = [part for part in policy.split("; ") if not part.startswith(FRAMES)]
    return "; ".join([*parts, f"{FRAMES} {frame.ancestors}"])


def _asked(request: Request) -> dict[str, str] | None:
    """Return the query of the frame's address, None when the request is of no frame."""
    if request.url.path in PATHS:
        return dict(request.query_params)
    if request.headers.get("sec-fetch-dest") == "document":
        return None  # a page of its own, opened from the frame
    told = request.headers.get("referer", "")[:LONGEST_ADDRESS]
    try:
        address = urlsplit(told)
    except ValueError:
        return None
    if address.netloc != request.headers.get("host") or address.path not in PATHS:
        return None
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def _spoken(language: str | None) -> str:
    wish = (language or "")[:2].lower()
    return wish if wish in locales.languages() else ""
