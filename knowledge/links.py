"""Looks whether the addresses in records still lead somewhere. It runs only when somebody asks.

It respects robots.txt, asks one host no more than once a second, follows five redirects, reads no
bodies, and never goes to an address of this machine or of a private network.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

AGENT = "PathwaysLinkCheck/1.0"
BETWEEN_S = 1.0  # between two requests to one host
TIMEOUT_S = 15.0
MOST_REDIRECTS = 5
LONGEST_ROBOTS = 512 * 1024  # bytes
NO_HEAD = (403, 405, 501)  # some servers answer only those who want the page
FILE = "links.json"

Resolve = Callable[[str], Iterable[str]]
Json = dict[str, str]


@dataclass(frozen=True)
class Finding:
    """What an address came to: `well`, `gone`, `failing`, `forbidden` by robots.txt, `private`."""

    address: str
    state: str
    note: str = ""  # a status, or the kind of failure
    checked_on: str = ""  # ISO day


class Private(Exception):
    """An address that leads into this machine or a private network."""


def addresses_of(host: str) -> list[str]:
    """Look a name up."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


@dataclass
class Checker:
    """One run over some addresses."""

    client: httpx.Client
    today: str
    resolve: Resolve = addresses_of
    is_public: Callable[[str], bool] = lambda address: ipaddress.ip_address(address).is_global
    pause: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    _asked_at: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def check(self, addresses: Iterable[str]) -> Iterator[Finding]:
        """Look at each address in turn."""
        for address in addresses:
            state, note = self._state_of(address)
            yield Finding(address, state, note, self.today)

    def _state_of(self, address: str) -> tuple[str, str]:
        try:
            if not self._may(address):
                return "forbidden", "robots.txt"
            status = self._status(address)
        except Private:
            return "private", ""
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            return "failing", type(error).__name__
        if status < 400:
            return "well", str(status)
        return ("gone" if status in (404, 410) else "failing"), str(status)

    def _status(self, address: str) -> int:
        for method in ("HEAD", "GET"):
            status = self._followed(method, address)
            if status not in NO_HEAD:
                break
        return status

    def _followed(self, method: str, address: str) -> int:
        """Ask, and follow redirects by hand, so that each step is looked at before it is taken."""
        for _ in range(MOST_REDIRECTS + 1):
            with closing(self._asked(method, address)) as response:
                onward = response.headers.get("location")
                if not (response.is_redirect and onward):
                    return response.status_code
            address = urljoin(address, onward)
        raise httpx.TooManyRedirects("redirected in circles")

    def _asked(self, method: str, address: str) -> httpx.Response:
        host = urlsplit(address).hostname or ""
        if urlsplit(address).scheme not in ("http", "https") or not host:
            raise ValueError("no address of the web")
        if not all(map(self.is_public, self.resolve(host))):
            raise Private(host)
        wait = self._asked_at.get(host, -BETWEEN_S) + BETWEEN_S - self.now()
        if wait > 0:
            self.pause(wait)
        self._asked_at[host] = self.now()
        request = self.client.build_request(method, address, headers={"User-Agent": AGENT})
        return self.client.send(request, stream=True)

    def _may(self, address: str) -> bool:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules_of(site)
        return self._robots[site].can_fetch(AGENT, address)

    def _rules_of(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        rules.parse([])  # nothing is forbidden where there are no rules
        try:
            with closing(self._asked("GET", f"{site}/robots.txt")) as response:
                if response.status_code == httpx.codes.OK:
                    rules.parse(_beginning(response).splitlines())
        except (httpx.HTTPError, OSError):
            pass  # the address itself will tell
        return rules


def _beginning(response: httpx.Response) -> str:
    read = b""
    for part in response.iter_bytes():
        read += part
        if len(read) >= LONGEST_ROBOTS:
            break
    return read[:LONGEST_ROBOTS].decode("utf-8", "replace")


def client() -> httpx.Client:
    """Open what asks."""
    return httpx.Client(timeout=TIMEOUT_S, follow_redirects=False, trust_env=False)


def kept(home: Path) -> Mapping[str, Finding]:
    """Read what the last runs found, by address; nothing when none ran."""
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
        return {one["address"]: Finding(**one) for one in found}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def keep(home: Path, findings: Iterable[Finding]) -> None:
    """Write down what was found, beside what other runs found of other addresses."""
    merged = {**kept(home), **{one.address: one for one in findings}}
    text = json.dumps([asdict(one) for one in merged.values()], ensure_ascii=False, indent=0)
    made = home / f".{FILE}.new"
    made.write_text(text, encoding="utf-8")
    made.replace(home / FILE)
