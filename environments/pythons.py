"""Where a Python of a wanted version is on this machine. Fetches one only when told to."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from environments.plan import TOOLS, Environment
from environments.problems import SetUpFailed
from environments.uv import uv

_ASK = "import ctypes, sqlite3, ssl, sys, zlib; print(*sys.version_info[:2])"


def version_of(python: str | Path) -> tuple[int, int] | None:
    """Return the version of a Python that runs and is whole; None of one that does not."""
    try:
        asked = subprocess.run(  # -E, -S: neither settings nor site packages can break the answer
            [str(python), "-E", "-S", "-c", _ASK], capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.fullmatch(r"(\d+) (\d+)\n", asked.stdout)
    if asked.returncode != 0 or found is None:
        return None
    return int(found[1]), int(found[2])


def fits(environment: Environment, version: tuple[int, int] | None) -> bool:
    if version is None:
        return False
    return version == environment.python if environment.exact else version >= environment.python


def python_for(environment: Environment) -> Path:
    """Find a Python for the environment, fetching one when the machine has none."""
    for candidate in _candidates(environment):
        if fits(environment, version_of(candidate)):
            return Path(candidate)
    return _fetched(environment)


def _candidates(environment: Environment) -> Iterator[str]:
    wanted = ".".join(map(str, environment.python))
    if not environment.exact:
        yield sys.executable
    # pyenv's own folder first: its shims on the PATH refuse to run when any version named in
    # .python-version is missing, also where the one we ask for is there.
    for folder in _pyenv_folders():
        versions = folder.glob(f"versions/{wanted}.*/bin/python{wanted}")
        yield from (str(path) for path in sorted(versions, reverse=True))
    on_path = shutil.which(f"python{wanted}")
    if on_path:
        yield on_path
    found = uv("python", "find", "--no-project", wanted)
    if found.returncode == 0:
        yield found.stdout.strip()


def _pyenv_folders() -> Iterator[Path]:
    named = os.environ.get("PYENV_ROOT")
    if named:
        yield Path(named)
    yield Path.home() / ".pyenv"
    yield Path("/opt/pyenv")


def _fetched(environment: Environment) -> Path:
    wanted = ".".join(map(str, environment.python))
    print(f"No Python {wanted} found: fetching one into {TOOLS.name}/python …", flush=True)
    fetched = uv("python", "install", "--no-bin", wanted)
    found = uv("python", "find", "--no-project", "--managed-python", wanted)
    if found.returncode == 0 and fits(environment, version_of(found.stdout.strip())):
        return Path(found.stdout.strip())
    raise SetUpFailed(
        f"Python {wanted} is needed and could not be fetched:\n{fetched.stderr.strip()}\n"
        f"Install it and start again, for example: pyenv install {wanted}"
    )
