"""The files a browser fetches once: served from the folders of every room, under one address."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

WEB = Path(__file__).resolve().parents[1]
FOLDERS = tuple(WEB / room / "static" for room in ("chat", "shared", "insight"))
FOREVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=300"


@cache
def static_address(name: str) -> str:
    """Return the address of a static file with its hash: a browser may keep it for good."""
    file = next(folder / name for folder in FOLDERS if (folder / name).is_file())
    return f"/static/{name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"


class LongLived(StaticFiles):
    """Static files whose address changes with their content."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(directory=folders[0])
        self.all_directories = list(folders)

    async def get_response(self, path: str, scope: Scope) -> Any:
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = FOREVER if versioned else A_WHILE
        return response


def mount_static(app: FastAPI) -> None:
    """Serve the static files."""
    app.mount("/static", LongLived(FOLDERS), name="static")
