"""The real product for tests: three processes under the real supervisor, in its own folder."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
UP_WITHIN_S = 150.0  # a first training included
ENDED_WITHIN_S = 20.0


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Conversation:
    """One person talking over HTTP, as an outside client would."""

    client: httpx.Client
    session: str | None = None
    last: dict[str, Any] = field(default_factory=dict)

    def say(self, message: str, **more: Any) -> dict[str, Any]:
        """Send a message and return the answer."""
        return self._post({"message": message, **more})

    def press(self, label: str) -> dict[str, Any]:
        """Press the quick reply of this label."""
        offered = {reply["label"]: reply["id"] for reply in self.last["quick_replies"]}
        assert label in offered, f"{label} is not among {sorted(offered)}"
        return self._post({"choice": offered[label]})

    def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.session:
            body["session"] = self.session
        response = self.client.post("/api/v1/chat", json=body)
        assert response.status_code == 200, response.text
        self.last = response.json()
        self.session = self.last["session"]
        return self.last

    @property
    def text(self) -> str:
        """The sentences of the last answer."""
        return "\n".join(m["text"] for m in self.last["messages"] if m["type"] == "text")

    @property
    def matches(self) -> dict[str, dict[str, Any]]:
        """The programs of the last answer by id, in the order shown."""
        return {
            match["program_id"]: match
            for message in self.last["messages"]
            if message["type"] == "matches"
            for match in message["matches"]
        }

    @property
    def profile(self) -> dict[str, Any]:
        """What was understood so far."""
        profile: dict[str, Any] = self.last["profile"]
        return profile


def statuses(match: dict[str, Any]) -> dict[str, str]:
    """Return the status of each requirement of a match, by its id."""
    return {requirement["id"]: requirement["status"] for requirement in match["requirements"]}


@dataclass
class Service:
    """A running product."""

    url: str
    home: Path
    process: subprocess.Popen[bytes]
    environ: dict[str, str]

    def __post_init__(self) -> None:
        self._talking = self.client()  # one pool for all the talks; closed at the end

    def client(self) -> httpx.Client:
        """Open a client of this product."""
        return httpx.Client(base_url=self.url, timeout=20, trust_env=False)

    def conversation(self) -> Conversation:
        """Begin a talk."""
        return Conversation(self._talking)

    def cli(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a `pathways` command beside it."""
        return subprocess.run(
            [sys.executable, "-m", "cli", *arguments],
            cwd=CHECKOUT,
            env=self.environ,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def wait_until_ready(self, seconds: float = UP_WITHIN_S) -> None:
        """Wait until every part is up."""
        until = time.monotonic() + seconds
        told = "nothing"
        with self.client() as client:
            while time.monotonic() < until:
                assert self.process.poll() is None, "the product ended while it was starting"
                try:
                    response = client.get("/api/v1/ready")
                    told = response.text
                    if response.status_code == 200:
                        return
                except httpx.HTTPError as error:
                    told = repr(error)
                time.sleep(0.2)
        raise AssertionError(f"not ready after {seconds:.0f} s: {told}")

    def end(self) -> None:
        """End it as Ctrl-C would."""
        self._talking.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(ENDED_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def start(home: Path, **more: str) -> Service:
    """Start the product on a free port with its data in `home`."""
    port = free_port()
    environ = {
        **os.environ,
        "PATHWAYS_HOME": str(home),
        "PATHWAYS_MESSAGES_PER_MINUTE": "100000",
        **more,
    }
    _lend_model(home)
    log = (home / "service.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "run", "--port", str(port)],
        cwd=CHECKOUT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    log.close()
    return Service(f"http://127.0.0.1:{port}", home, process, environ)


def _lend_model(home: Path) -> None:
    """Start from the model that the checkout has, where it has one; a stale one is trained anew."""
    for folder in ("models", "understanding"):
        trained = CHECKOUT / "var" / folder
        if trained.is_dir():
            shutil.copytree(trained, home / folder, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def service(bot_python: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One product for all the tests that only talk with it."""
    running = start(tmp_path_factory.mktemp("service"))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.end()
