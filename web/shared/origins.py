"""Whether a form that was sent is ours. Browsers say where a form comes from."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request

from web.shared.problems import Problem


class ForeignForm(Problem):
    """A form that came from another site."""

    def __init__(self) -> None:
        super().__init__(403, "This form came from another site. Open the page and send it there.")


def refuse_foreign(request: Request) -> None:
    """Refuse a form that another site sent."""
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
