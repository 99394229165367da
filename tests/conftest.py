"""What every test may need of this machine."""

from __future__ import annotations

import os
import shutil
import socket
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.lacking import lacking

# The Python 3.10 environment of the pure packages has no HTTP client and serves nothing.
pytest_plugins = ["tests.serving"] if find_spec("httpx") else []

CHECKOUT = Path(__file__).resolve().parent.parent
POSTGRES = ("127.0.0.1", 5432)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def checkout() -> Path:
    return CHECKOUT


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return Debian's Chromium, to be given to Playwright as `executable_path`."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return found or lacking("Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="session")
def bot_python() -> str:
    python = CHECKOUT / ".venv-bot" / "bin" / "python"
    return str(python) if python.exists() else lacking("no bot environment: make install")


@pytest.fixture(scope="session")
def pure_python() -> str:
    python = CHECKOUT / ".venv-pure" / "bin" / "python"
    return str(python) if python.exists() else lacking("no environment .venv-pure: make install")


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """Return the address of an empty-able test database on a PostgreSQL of this machine."""
    url = os.environ.get("PATHWAYS_TEST_POSTGRES_URL")
    if url:
        return url
    try:
        socket.create_connection(POSTGRES, timeout=1).close()
    except OSError:
        lacking("no PostgreSQL on 127.0.0.1:5432 (or name one in PATHWAYS_TEST_POSTGRES_URL)")
    return "postgresql+psycopg://postgres@127.0.0.1:5432/test"
