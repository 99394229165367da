"""What an origin is: a scheme, a host and a port, written out. No path, no star, nothing else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from knowledge.content_files.fields import unfit

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
ORIGIN = re.compile(rf"(https?)://({LABEL}(?:\.{LABEL})*|\[::1\])(?::([1-9][0-9]{{0,4}}))?")
USUAL_PORTS = {"http": "80", "https": "443"}
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
LONGEST = 300  # characters; a host name has 253 at most
EXAMPLE = "write one address without a path, such as https://www.example.org"


def origin_of(text: str) -> str:
    """Return an origin as browsers write it. Refuses, saying why, what they would not send."""
    found = ORIGIN.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise unfit(f"“{text[:60]}” {_why(text)}: {EXAMPLE}")
    scheme, host, port = found.groups()
    if scheme == "http" and host not in THIS_MACHINE:
        raise unfit(f"“{text[:60]}” is not safe on its way: write https://{host}")
    if port and int(port) > 65_535:
        raise unfit(f"“{text[:60]}” has a port that cannot be: {EXAMPLE}")
    return text.removesuffix(f":{port}") if port == USUAL_PORTS[scheme] else text


def _why(text: str) -> str:
    if "*" in text:
        return "stands for more than one site, and each has to be named"
    if not text.isascii():
        return "has a letter that addresses write otherwise (xn--…)"
    if text != text.lower():
        return "has capital letters, and browsers send none"
    try:
        parts = urlsplit(text)
    except ValueError:
        return "is not an address"
    if parts.scheme in USUAL_PORTS and (parts.path or parts.query or parts.fragment):
        return "has something behind the host name"
    return "is not the address of a site"
