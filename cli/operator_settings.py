"""Checks what was set in the environment and would otherwise be noticed only by a part."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SHORTEST_SECRET = 16
SECRET = "PATHWAYS_SECRET"
CONTENT = "PATHWAYS_CONTENT"
DATABASES = ("PATHWAYS_KNOWLEDGE_URL", "PATHWAYS_CONVERSATIONS_URL", "PATHWAYS_STAFF_URL")


class WrongSetting(Exception):
    """A setting cannot be used; the message is one sentence that names it and its value."""


def require_settings(environ: Mapping[str, str] = os.environ) -> None:
    """Raise WrongSetting for the first setting that cannot be used."""
    content = environ.get(CONTENT)
    if content and not Path(content).is_dir():
        raise WrongSetting(f"{CONTENT} is “{content}”, and there is no such folder.")
    secret = environ.get(SECRET)
    if secret and (
        len(secret) < SHORTEST_SECRET or not (secret.isascii() and secret.isprintable())
    ):
        raise WrongSetting(
            f"{SECRET} must be at least {SHORTEST_SECRET} plain characters long, or left out."
        )
    for name in DATABASES:
        _require_address(name, environ.get(name))


def _require_address(name: str, address: str | None) -> None:
    if not address:
        return
    # Imported here: most installations set no address, and the library takes its time.
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        make_url(address).get_dialect().import_dbapi()
    except (ArgumentError, ImportError, ValueError) as error:
        raise WrongSetting(
            f"{name} is “{_without_password(address)}”, which is no address of a database "
            "that can be used here."
        ) from error


def _without_password(address: str) -> str:
    scheme, slashes, rest = address.partition("://")
    return f"{scheme}{slashes}…@{rest.rpartition('@')[2]}" if "@" in rest else address
