"""What search engines are told: every page in every language, and no address a stranger chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from tests.builders import a_source
from web.app import create_app
from web.chat.sitemap import Found, index_of, map_of, newest_day
from web.settings import Settings

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"
SITE = "https://pathways.example.org"


@pytest.fixture
def public(published_home: Path) -> Iterator[TestClient]:
    """A site that knows where the public finds it."""
    settings = Settings(home=published_home, secret="x" * 32, public_url=SITE)
    with TestClient(create_app(settings)) as client:
        yield client


def addresses(client: TestClient, **headers: str) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml", headers=headers).text)
    return [found.text or "" for found in tree.iter(LOC)]


def test_every_program_and_ladder_is_on_the_map_in_every_language(public: TestClient) -> None:
    found = set(addresses(public))
    release = public.app.state.services.library.current()  # type: ignore[attr-defined]
    for language in ("en", "es"):
        assert {f"{SITE}/programs/{name}?lang={language}" for name in release.programs} <= found
        assert {f"{SITE}/ladders/{name}?lang={language}" for name in release.ladders} <= found
        assert f"{SITE}/browse?sector=construction&lang={language}" in found


def test_each_address_names_its_other_languages(public: TestClient) -> None:
    tree = ElementTree.fromstring(public.get("/sitemap.xml").text)
    tongues = [link.attrib["hreflang"] for link in tree[0].iter(LINK)]
    assert tongues == ["en", "es", "x-default"]


def test_the_setting_decides_the_address_whatever_host_is_named(public: TestClient) -> None:
    assert all(one.startswith(SITE) for one in addresses(public, host="evil.example"))
    assert f"Sitemap: {SITE}/sitemap.xml" in public.get("/robots.txt").text
    page = public.get("/programs/wrtp-big-step", headers={"host": "evil.example"}).text
    assert "evil.example" not in page
    assert f'<link rel="canonical" href="{SITE}/programs/wrtp-big-step">' in page


def test_without_the_setting_only_the_asker_is_told_their_own_host(client: TestClient) -> None:
    response = client.get("/sitemap.xml", headers={"host": "evil.example"})
    assert response.headers["cache-control"] == "no-store"
    assert "http://evil.example/programs/wrtp-big-step" in response.text
    page = client.get("/programs/wrtp-big-step", headers={"host": "evil.example"})
    assert "evil.example" not in page.text
    assert "evil.example" not in client.get("/robots.txt", headers={"host": "evil.example"}).text


@pytest.mark.parametrize("host", ['x"><script>', "a b", "x/y", "user@host", ""])
def test_a_host_that_is_none_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/sitemap.xml", headers={"host": host}).status_code == 400


def test_only_a_full_day_is_a_day() -> None:
    assert newest_day([a_source(as_of="2025-06"), a_source(as_of="2024")]) is None
    days = [a_source(as_of="2024-03-01"), a_source(as_of="2025", verified_on="2025-02-03")]
    assert newest_day(days) == "2025-02-03"
    assert "<lastmod>2025-02-03</lastmod>" in map_of([Found("/x", "2025-02-03")], SITE)
    assert "lastmod" not in map_of([Found("/x")], SITE)


def test_many_pages_are_several_maps(public: TestClient) -> None:
    assert index_of(2, SITE).count("<loc>") == 2
    assert public.get("/sitemap-1.xml").status_code == 200
    assert public.get("/sitemap-2.xml").status_code == 404
    assert public.get("/sitemap-x.xml").status_code in (404, 422)


def test_talks_and_plans_are_nobody_elses_business(client: TestClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert {"Disallow: /api/", "Disallow: /forget", "Disallow: /plan"} <= set(lines)
