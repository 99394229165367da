"""Serves the operators' app on loopback, on a port and a thread of its own."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

log = logging.getLogger("pathways.web")
LOOPBACK = "127.0.0.1"
ENDED_WITHIN_S = 5.0


@contextlib.contextmanager
def listening(app: ASGIApp, port: int) -> Iterator[bool]:
    """Serve while the block runs; False when the port is taken: the public part goes on without."""
    try:
        held = socket.create_server((LOOPBACK, port))
    except OSError as error:
        log.warning("operators' figures are not served on port %d: %s", port, error.strerror)
        yield False
        return
    with held:
        server = uvicorn.Server(_config(app))
        thread = threading.Thread(target=server.run, args=([held],), name="operators", daemon=True)
        thread.start()
        log.info("operators' figures: http://%s:%d/insight", LOOPBACK, held.getsockname()[1])
        try:
            yield True
        finally:
            server.should_exit = True
            thread.join(ENDED_WITHIN_S)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        lifespan="off",
        proxy_headers=False,  # nobody stands between an operator and this port
        server_header=False,
        timeout_graceful_shutdown=2,
    )
