"""The bot alone: its real process, and a small stand-in for the action server it calls."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from tests.serving import CHECKOUT, free_port

SECRET = "a-secret-of-these-tests"
STATE: dict[str, Any] = {"today": "2026-11-23", "language": "en", "profile": {}}
UP_WITHIN_S = 60.0


class ActionsDouble(ThreadingHTTPServer):
    """Speaks the wire protocol of an action server, and keeps the calls it got."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        self.calls: list[dict[str, Any]] = []
        self.status = 200
        self.answers = True
        self._open: list[socket.socket] = []
        super().__init__(("127.0.0.1", port), _ActionCall)
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.append(request)
        super().process_request(request, client_address)

    def close(self) -> None:
        """End as a killed process does: listen no more, and hang up."""
        self.shutdown()
        self.server_close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _ActionCall(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ActionsDouble

    def do_POST(self) -> None:
        call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        call["secret"] = self.headers["X-Pathways-Secret"]
        self.server.calls.append(call)
        said = [{"custom": {"action": call["next_action"]}}] if self.server.answers else []
        body = json.dumps({"events": [], "responses": said}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass
class Bot:
    """A running bot process."""

    python: str
    home: Path
    port: int = field(default_factory=free_port)
    actions_port: int = field(default_factory=free_port)

    @property
    def environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "PATHWAYS_HOME": str(self.home),
            "PATHWAYS_BOT_PORT": str(self.port),
            "PATHWAYS_ACTIONS_URL": f"http://127.0.0.1:{self.actions_port}",
            "PATHWAYS_SECRET": SECRET,
            # Rasa then asks TensorFlow for its threads, which must pass without it.
            "TF_INTRA_OP_PARALLELISM_THREADS": "1",
        }

    @property
    def log(self) -> str:
        return (self.home / "bot.log").read_text("utf-8", errors="replace")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a Python command in the bot's environment until it ends."""
        return subprocess.run(
            [self.python, *command],
            cwd=CHECKOUT,
            env=self.environ,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    @contextmanager
    def served(self) -> Iterator[httpx.Client]:
        """Serve, and give a client that knows the secret."""
        with (self.home / "bot.log").open("wb") as log:
            process = subprocess.Popen(
                [self.python, "-m", "bot.serve"],
                cwd=CHECKOUT,
                env=self.environ,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            with self.client() as client:
                _wait_until_ready(client, process)
                yield client
        finally:
            process.terminate()
            process.wait(10)

    def client(self) -> httpx.Client:
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}/webhooks/pathways",
            headers={"X-Pathways-Secret": SECRET},
            timeout=10,
            trust_env=False,
        )


def _wait_until_ready(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < until:
        assert process.poll() is None, "the bot ended while it was starting"
        try:
            if client.get("/ready").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the bot was not ready in time")


def turn(text: str, **state: Any) -> dict[str, Any]:
    """Build the body of one turn."""
    return {"sender": "tests", "text": text, "state": {**STATE, **state}}
