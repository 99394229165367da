"""What search engines are told: every page there is to find, and what is nobody's business."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated
from xml.sax.saxutils import quoteattr

from fastapi import APIRouter, Depends, Request
from markupsafe import escape
from starlette.responses import Response

from knowledge.reader import Release
from matching.program import Source
from web.chat.addresses import Addresses, base_for_the_asker, public_base
from web.chat.browse.query import Query
from web.chat.services import Services, services_of
from web.shared.problems import Problem

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]
MOST_PAGES = 10_000  # a map may hold 50,000 addresses, and a page has one for each language
FULL_DAY = len("2026-11-28")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"
FOR_AN_HOUR = "public, max-age=3600"
NOT_LISTED = ("/api/", "/forget", "/plan", "/staff/", "/console", "/insight")


@dataclass(frozen=True)
class Found:
    """A page for search engines. `changed`: the newest full day a source gives; None: none does."""

    path: str
    changed: str | None = None


def pages_of(release: Release) -> Iterator[Found]:
    """List every page of a release: the indexes, the ladders, the programs."""
    yield Found("/")
    yield Found(Query().address)
    yield Found(Query(order="name").address)
    shelves = release.directory
    yield from (Found(Query(sector=sector).address) for sector in shelves.by_sector)
    yield from (Found(Query(kind=kind).address) for kind in shelves.by_kind)
    yield from (Found(Query(place=state).address) for state in shelves.by_state)
    for ladder in shelves.ladders:
        yield Found(f"/ladders/{ladder.id}", newest_day(ladder.sources))
    for program in sorted(release.programs.values(), key=lambda one: one.id):
        yield Found(f"/programs/{program.id}", newest_day(program.sources))


def newest_day(sources: Iterable[Source]) -> str | None:
    """Return the newest full day of the sources; months and years are no days."""
    days = (day for one in sources for day in (one.as_of, one.verified_on) if day)
    return max((day for day in days if len(day) == FULL_DAY), default=None)


def map_of(pages: Iterable[Found], base: str) -> str:
    """Write the map of some pages, each in every language."""
    urls = "".join(_urls(page, base) for page in pages)
    return f'{HEAD}<urlset xmlns="{MAPS}" xmlns:xhtml="{LINKS}">\n{urls}</urlset>\n'


def index_of(maps: int, base: str) -> str:
    """Write the list of the maps, where there is more than one."""
    names = (
        f"<sitemap><loc>{escape(base)}/sitemap-{at}.xml</loc></sitemap>\n"
        for at in range(1, maps + 1)
    )
    return f'{HEAD}<sitemapindex xmlns="{MAPS}">\n{"".join(names)}</sitemapindex>\n'


@router.get("/sitemap.xml")
def whole_map(request: Request, services: Ready) -> Response:
    """Answer with the map, or with the list of maps where one cannot hold all pages."""
    pages, base = list(pages_of(services.library.current())), base_for_the_asker(request)
    parts = _parts(len(pages))
    return _xml(request, map_of(pages, base) if parts == 1 else index_of(parts, base))


@router.get("/sitemap-{part}.xml")
def part_of_map(part: int, request: Request, services: Ready) -> Response:
    """Answer with one of several maps."""
    pages = list(pages_of(services.library.current()))
    if not 1 <= part <= _parts(len(pages)):
        raise Problem(404, "There is no map of that number.")
    held = pages[(part - 1) * MOST_PAGES : part * MOST_PAGES]
    return _xml(request, map_of(held, base_for_the_asker(request)))


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """Say what is not to be listed, and where the map is when the site's address is known."""
    base = public_base(request)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_LISTED)]
    lines += [f"Sitemap: {base}/sitemap.xml"] if base else []
    text = "\n".join([*lines, ""])
    return Response(text, media_type="text/plain", headers={"Cache-Control": FOR_AN_HOUR})


def _parts(pages: int) -> int:
    return -(-pages // MOST_PAGES)


def _urls(page: Found, base: str) -> str:
    spoken = dict(Addresses(base, page.path, None).alternates())
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tongue}" href={quoteattr(address)}/>'
        for tongue, address in spoken.items()
    )
    changed = f"<lastmod>{escape(page.changed)}</lastmod>" if page.changed else ""
    return "".join(
        f"<url><loc>{escape(address)}</loc>{changed}{links}</url>\n" for address in spoken.values()
    )


def _xml(request: Request, text: str) -> Response:
    """Let it be kept only when its addresses come from the setting, not from the asker."""
    kept = FOR_AN_HOUR if public_base(request) else "no-store"
    return Response(text, media_type="application/xml", headers={"Cache-Control": kept})
