"""Asks web which parts are ready, over HTTP, without keeping anything of the answer."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

_TIMEOUT_S = 4.0
_REQUEST = "GET /api/v1/ready HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"


def reachable(host: str) -> str:
    """Return where to reach a server that listens on `host` from this machine."""
    return {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)


async def states_of_parts(host: str, port: int) -> dict[str, str]:
    """Return the state of every part by name; nothing while web does not answer."""
    try:
        async with asyncio.timeout(_TIMEOUT_S):
            answer = await _ask(reachable(host), port)
            body = json.loads(answer.partition(b"\r\n\r\n")[2])
    except (OSError, TimeoutError, ValueError):
        return {}
    parts = body.get("parts") if isinstance(body, dict) else None
    return {str(name): str(state) for name, state in parts.items()} if parts else {}


async def _ask(host: str, port: int) -> bytes:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        writer.write(_REQUEST.format(host=named).encode())
        return await reader.read()
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
