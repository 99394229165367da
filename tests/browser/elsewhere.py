"""Pages of another site, on another origin of this machine, for the guide to be shown on."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath

TYPES = {".js": "text/javascript", ".html": "text/html; charset=utf-8"}


@dataclass
class Elsewhere:
    """A small site: its pages by path, and the headers it sends with each."""

    port: int
    pages: dict[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Its address, which a browser takes for another site than 127.0.0.1."""
        return f"http://localhost:{self.port}"


@contextmanager
def serving() -> Iterator[Elsewhere]:
    """Serve such a site as long as it is needed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        site = Elsewhere(server.server_port)
        server.RequestHandlerClass = _handler_of(site)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


def _handler_of(site: Elsewhere) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            page = site.pages.get(path)
            self.send_response(404 if page is None else 200)
            kind = TYPES.get(PurePosixPath(path).suffix, TYPES[".html"])
            for name, value in {"Content-Type": kind, **site.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write((page or "").encode())

        def log_message(self, *_: object) -> None:
            """Write nothing beside the tests' own words."""

    return Handler
