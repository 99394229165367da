"""What `pathways doctor` looks at. Each check looks and tells; none changes anything."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cli.home import CHECKOUT
from cli.supervisor.part import SupervisionFailed
from cli.supervisor.ports import require_free
from environments.install import is_ready, locks_of
from environments.plan import ENVIRONMENTS, Environment
from environments.pythons import fits, version_of
from knowledge.reader import CatalogUnavailable, Library

_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
HIGHEST_PORT = 65_535
_OPTIONAL = ("places", "bench", "pure")  # only building, measuring and testing need these


@dataclass(frozen=True)
class Installation:
    """What is looked at: a data folder and the port it would be served on."""

    home: Path
    port: int


@dataclass(frozen=True)
class Finding:
    """What one check found: `ok`, a `note` that hinders nobody, or `wrong` with what mends it."""

    about: str
    state: str
    found: str
    mend: str = ""


def all_findings(installation: Installation) -> list[Finding]:
    needed = [each for name, each in ENVIRONMENTS.items() if name not in _OPTIONAL]
    return [
        *map(environment_finding, needed),
        model_finding(installation.home),
        *(
            database_finding(installation.home, name)
            for name in ("knowledge", "conversations", "staff")
        ),
        release_finding(installation.home),
        port_finding(installation),
        operators_finding(os.environ.get("PATHWAYS_OPERATOR_PORT") or "8001"),
        chromium_finding(),
    ]


def environment_finding(environment: Environment) -> Finding:
    about = f"{environment.name} environment"
    version = version_of(environment.interpreter)
    if not fits(environment, version):
        wanted = ".".join(map(str, environment.python))
        found = f"no Python {wanted} in {environment.folder}"
        return Finding(about, "wrong", found, "make install")
    if not is_ready(environment, locks_of(environment, with_tests=False)):
        return Finding(about, "wrong", f"{environment.folder} is behind its lock", "make install")
    return Finding(about, "ok", f"Python {'.'.join(map(str, version or ()))}, as locked")


def model_finding(home: Path) -> Finding:
    """Ask the bot's own check whether its model fits what it was trained from."""
    python = ENVIRONMENTS["bot"].interpreter
    command = [str(python), "-m", "bot.train", "--check"]
    try:
        asked = subprocess.run(
            command, cwd=CHECKOUT, env={"PATHWAYS_HOME": str(home)}, capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return Finding("model", "wrong", "the bot could not be asked", "make install")
    if asked.returncode == 0:
        return Finding("model", "ok", "trained from what is here")
    return Finding("model", "wrong", "missing, or its inputs have changed", "make train")


def database_finding(home: Path, name: str) -> Finding:
    """Look into one SQLite database: is it whole, and at the version of this checkout?"""
    about, file = f"{name} database", home / f"{name}.sqlite3"
    if not file.exists():
        return Finding(about, "wrong", "not there yet", "make migrate")
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            [state] = database.execute("PRAGMA quick_check").fetchone()
            found = database.execute(f"SELECT version_num FROM {name}_version").fetchone()
    except sqlite3.Error as error:
        return Finding(about, "wrong", f"cannot be read: {error}", "restore it from a backup")
    if state != "ok":
        return Finding(about, "wrong", f"damaged: {state}", "restore it from a backup")
    newest = newest_version(name)
    if found != (newest,):
        return Finding(about, "wrong", f"not at version {newest}", "make migrate")
    return Finding(about, "ok", f"whole, at version {newest}")


def newest_version(name: str) -> str:
    """Return the version of this checkout's newest migration of one database."""
    head = CHECKOUT / name / "migrations" / ".current-head"
    return head.read_text(encoding="utf-8").strip()


def release_finding(home: Path) -> Finding:
    try:
        release = Library(home).current()
    except CatalogUnavailable:
        return Finding("release", "wrong", "nothing that can be read is published", "make migrate")
    return Finding("release", "ok", f"{release.id}, {len(release.programs)} programs")


def port_finding(installation: Installation) -> Finding:
    """A taken port is only a note: it may be Pathways itself that serves there."""
    try:
        require_free("127.0.0.1", installation.port)
    except SupervisionFailed as taken:
        return Finding("port", "note", str(taken))
    return Finding("port", "ok", f"{installation.port} is free")


def operators_finding(port: str) -> Finding:
    """Tell where operators find their figures; a taken port hinders nobody who talks."""
    about = "operators' figures"
    if port == "0":
        return Finding(about, "note", "not served: PATHWAYS_OPERATOR_PORT is 0")
    if not (port.isdecimal() and int(port) <= HIGHEST_PORT):
        mend = f"set PATHWAYS_OPERATOR_PORT to a number up to {HIGHEST_PORT}, or leave it out"
        return Finding(about, "wrong", f"“{port}” is no port", mend)
    try:
        require_free("127.0.0.1", int(port))
    except SupervisionFailed:
        mend = "if that is not Pathways itself, set PATHWAYS_OPERATOR_PORT to a free port"
        return Finding(about, "note", f"port {port} is taken", mend)
    return Finding(about, "ok", f"http://127.0.0.1:{port}/insight while it runs")


def chromium_finding() -> Finding:
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if found is None:
        mend = "apt-get install chromium"
        return Finding("Chromium", "note", "missing: browser tests will be skipped", mend)
    return Finding("Chromium", "ok", found)
