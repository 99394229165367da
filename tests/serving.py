"""The real product for tests: three processes under the real supervisor, in its own folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evaluation import product
from evaluation.conversation import Conversation
from evaluation.product import CHECKOUT, Product, free_port

__all__ = ["CHECKOUT", "Conversation", "Service", "free_port", "service", "start", "statuses"]


def statuses(match: dict[str, Any]) -> dict[str, str]:
    """Return the status of each requirement of a match, by its id."""
    return {requirement["id"]: requirement["status"] for requirement in match["requirements"]}


@dataclass
class Service(Product):
    """A running product, with what only tests do beside it."""

    def __post_init__(self) -> None:
        self._talking = self.client()  # one pool for all the talks; closed at the end

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

    def end(self) -> None:
        self._talking.close()
        super().end()


def start(home: Path, **more: str) -> Service:
    """Start the product on a free port with its data in `home`."""
    running = product.start(home, {"PATHWAYS_MESSAGES_PER_MINUTE": "100000", **more})
    return Service(running.url, running.home, running.process, running.environ)


@pytest.fixture(scope="session")
def service(bot_python: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One product for all the tests that only talk with it."""
    running = start(tmp_path_factory.mktemp("service"))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.end()
