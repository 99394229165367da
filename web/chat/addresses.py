"""Addresses of this site that others keep: the one of a page, and of it in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import Request

import locales
from web.shared.problems import Problem

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?")


def public_base(request: Request) -> str:
    """Return where the public finds this site, without the last slash; empty: nobody said.

    Only the setting says it. What a request names as `Host` is the sender's own word: on a page
    that caches keep, it would send everyone after them elsewhere.
    """
    address = request.app.state.settings.public_url
    return str(address).rstrip("/") if address else ""


def base_for_the_asker(request: Request) -> str:
    """Return where the public finds this site, else where this request found it.

    The second is for answers that no cache keeps: then nobody but the sender is told it.
    """
    if base := public_base(request):
        return base
    host = request.headers.get("host", "").lower()
    if not HOST.fullmatch(host):
        raise Problem(400, "The request names no host that could be one.")
    return f"{request.url.scheme}://{host}"


def in_language(address: str, language: str) -> str:
    """Return the address of a page in one language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@dataclass(frozen=True)
class Addresses:
    """Where a page is, for those who list and link it."""

    base: str
    path: str  # with the query that belongs to the page, without the language
    spoken: str | None  # the language the address asks for; None: what the browser wishes for
    is_listed: bool = True  # False: not for search engines

    @property
    def canonical(self) -> str:
        """The address to keep."""
        path = in_language(self.path, self.spoken) if self.spoken else self.path
        return self.base + path

    def alternates(self) -> Iterator[tuple[str, str]]:
        """Pair every language, and no language in particular, with its address."""
        for language in sorted(locales.languages()):
            yield language, self.base + in_language(self.path, language)
        yield "x-default", self.base + self.path


def addresses_of(request: Request, path: str, *, is_listed: bool = True) -> Addresses:
    """Return the addresses of a page, its language as the request asks for it."""
    asked = request.query_params.get("lang")
    spoken = asked if asked in locales.languages() else None
    return Addresses(public_base(request), path, spoken, is_listed)
