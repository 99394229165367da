"""What the bot process is told from outside, read once at start. A bad value stops it, by name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"  # never wider: the old framework behind this port gets no updates any more
SHORTEST_SECRET = 16


class BadSetting(ValueError):
    """A setting is missing or malformed; the message names it."""


@dataclass(frozen=True)
class Settings:
    """The bot's own settings; `docs/running.md` explains each."""

    port: int
    actions_url: str
    secret: str
    home: Path

    @classmethod
    def read(cls, variables: Mapping[str, str] = os.environ) -> Settings:
        """Read every setting. Raises `BadSetting`."""
        return cls(
            port=_port(variables.get("PATHWAYS_BOT_PORT", "5005")),
            actions_url=_url(variables.get("PATHWAYS_ACTIONS_URL", "http://127.0.0.1:5055")),
            secret=_secret(variables.get("PATHWAYS_SECRET", "")),
            home=home_in(variables),
        )


def home_in(variables: Mapping[str, str]) -> Path:
    """Find the folder that holds everything this installation made."""
    return Path(variables.get("PATHWAYS_HOME") or CHECKOUT / "var")


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise BadSetting(f"PATHWAYS_BOT_PORT has value “{text}”: write a number from 1 to 65535")
    return int(text)


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadSetting(f"PATHWAYS_ACTIONS_URL has value “{text}”: write http://host:port")
    return text.rstrip("/")


def _secret(text: str) -> str:
    if len(text) < SHORTEST_SECRET:
        raise BadSetting(f"PATHWAYS_SECRET needs at least {SHORTEST_SECRET} characters")
    return text
