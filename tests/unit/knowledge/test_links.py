"""The link checker against a real server on loopback: polite, and never led into a network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from knowledge.links import BETWEEN_S, Checker, Finding, client, keep, kept

PAGES = {
    "/well": 200,
    "/gone": 404,
    "/ended": 410,
    "/broken": 500,
    "/forbidden/page": 200,
    "/robots.txt": 200,
}
MOVES = {
    "/moved": "/well",
    "/circle": "/circle",
    "/inward": "http://10.0.0.1/",
    "/file": "file:///x",
}
RULES = b"User-agent: *\nDisallow: /forbidden/\n"


class Handler(BaseHTTPRequestHandler):
    """A small site that notes who asked for what."""

    def do_HEAD(self) -> None:
        self._answer(is_head=True)

    def do_GET(self) -> None:
        self._answer(is_head=False)

    def _answer(self, *, is_head: bool) -> None:
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))  # type: ignore[attr-defined]
        if self.path in MOVES:
            self.send_response(302)
            self.send_header("Location", MOVES[self.path])
            self.end_headers()
            return
        status = PAGES.get(self.path, 404)
        if self.path == "/no-head":
            status = 405 if is_head else 200
        self.send_response(status)
        self.end_headers()
        if self.path == "/robots.txt" and not is_head:
            self.wfile.write(RULES)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def checked(site: ThreadingHTTPServer, path: str, waits: list[float] | None = None) -> Finding:
    with client() as http:
        checker = Checker(
            http,
            "2026-11-23",
            is_public=lambda address: address == "127.0.0.1",
            pause=(waits if waits is not None else []).append,
        )
        (finding,) = checker.check([f"http://127.0.0.1:{site.server_port}{path}"])
    return finding


@pytest.mark.parametrize(
    ("path", "state", "note"),
    [
        ("/well", "well", "200"),
        ("/moved", "well", "200"),
        ("/no-head", "well", "200"),
        ("/gone", "gone", "404"),
        ("/ended", "gone", "410"),
        ("/broken", "failing", "500"),
        ("/circle", "failing", "TooManyRedirects"),
        ("/file", "failing", "ValueError"),
        ("/forbidden/page", "forbidden", "robots.txt"),
        ("/inward", "private", ""),
    ],
)
def test_an_address_is_told_as_it_is(
    site: ThreadingHTTPServer, path: str, state: str, note: str
) -> None:
    finding = checked(site, path)
    assert (finding.state, finding.note) == (state, note)


def test_a_page_that_robots_forbid_is_not_asked_for(site: ThreadingHTTPServer) -> None:
    checked(site, "/forbidden/page")
    assert {path for _, path, _ in site.asked} == {"/robots.txt"}  # type: ignore[attr-defined]


def test_one_host_is_asked_once_a_second_by_name(site: ThreadingHTTPServer) -> None:
    waits: list[float] = []
    checked(site, "/moved", waits)
    asked = site.asked  # type: ignore[attr-defined]
    assert len(waits) == len(asked) - 1
    assert all(0 < wait <= BETWEEN_S for wait in waits)
    assert {agent for _, _, agent in asked} == {"PathwaysLinkCheck/1.0"}


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest"],
)
def test_nothing_private_is_asked(address: str) -> None:
    with client() as http:
        checker = Checker(
            http, "2026-11-23", resolve=lambda host: [{"localhost": "127.0.0.1"}.get(host, host)]
        )
        assert [one.state for one in checker.check([address])] == ["private"]


@pytest.mark.parametrize("address", ["", "ftp://x.example/", "http://", "no address", "http://[x"])
def test_what_is_no_address_is_only_failing(address: str) -> None:
    with client() as http:
        assert [one.state for one in Checker(http, "").check([address])] == ["failing"]


def test_findings_are_kept_by_address(tmp_path: Path) -> None:
    assert kept(tmp_path) == {}
    keep(tmp_path, [Finding("http://a.example", "gone", "404", "2026-11-23")])
    keep(tmp_path, [Finding("http://b.example", "well", "200", "2026-11-23")])
    assert {one.state for one in kept(tmp_path).values()} == {"gone", "well"}
    (tmp_path / "links.json").write_text("{ not json", encoding="utf-8")
    assert kept(tmp_path) == {}
