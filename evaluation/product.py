"""A product to measure: started here in a folder of its own, or one that runs already."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

CHECKOUT = Path(__file__).resolve().parents[1]
UP_WITHIN_S = 150.0  # a first training included
ENDED_WITHIN_S = 20.0
TIMEOUT_S = 20.0


class NotServing(RuntimeError):
    """A product that did not come up, or ended while it was waited for."""


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Product:
    """A running product: three processes under the real supervisor."""

    url: str
    home: Path
    process: subprocess.Popen[bytes]
    environ: dict[str, str] = field(repr=False)  # holds secrets where they were set

    def client(self) -> httpx.Client:
        """Open a client of this product."""
        return client_of(self.url)

    def wait_until_ready(self, seconds: float = UP_WITHIN_S) -> None:
        """Wait until every part is up. Raises `NotServing`."""
        until, told = time.monotonic() + seconds, "nothing"
        with self.client() as client:
            while time.monotonic() < until:
                if self.process.poll() is not None:
                    raise NotServing("the product ended while it was starting")
                try:
                    response = client.get("/api/v1/ready")
                    told = response.text
                    if response.status_code == httpx.codes.OK:
                        return
                except httpx.HTTPError as error:
                    told = repr(error)
                time.sleep(0.2)
        raise NotServing(f"not ready after {seconds:.0f} s: {told}")

    def end(self) -> None:
        """End it as Ctrl-C would."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(ENDED_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def start(home: Path, settings: Mapping[str, str]) -> Product:
    """Start the product on a free port with its data in `home`."""
    port = free_port()
    environ = {
        **os.environ,
        "PATHWAYS_HOME": str(home),
        "PATHWAYS_MESSAGES_PER_MINUTE": "10000000",
        **settings,
    }
    _lend_model(home)
    with (home / "service.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli", "run", "--port", str(port)],
            cwd=CHECKOUT,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    return Product(f"http://127.0.0.1:{port}", home, process, environ)


@contextmanager
def served(url: str | None, settings: Mapping[str, str]) -> Iterator[str]:
    """Give the address of a ready product: the one named, else one of our own that ends after."""
    if url is not None:
        yield url.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder:
        running = start(Path(folder), settings)
        try:
            running.wait_until_ready()
            yield running.url
        finally:
            running.end()


def client_of(url: str) -> httpx.Client:
    """Open a client that talks to one address and to no proxy."""
    return httpx.Client(base_url=url, timeout=TIMEOUT_S, trust_env=False)


def _lend_model(home: Path) -> None:
    """Start from the model that the checkout has, where it has one; a stale one is trained anew."""
    for folder in ("models", "understanding"):
        trained = CHECKOUT / "var" / folder
        if trained.is_dir():
            shutil.copytree(trained, home / folder, dirs_exist_ok=True)
