"""The installer: uv of the locked version, kept in the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from environments.plan import REQUIREMENTS, TOOLS
from environments.problems import SetUpFailed
from environments.progress import run_shown
from environments.stamps import is_current, write_stamp

FOLDER = TOOLS / "uv"
PROGRAM = FOLDER / "bin" / "uv"
_LOCK = REQUIREMENTS / "installer.lock"


def get_uv() -> None:
    """Put the locked uv into the checkout through pip, unless it is there."""
    if is_current(FOLDER, [_LOCK]) and PROGRAM.exists():
        return
    print(f"Getting uv into {TOOLS.name}/uv …", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    arguments = ["install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    arguments += ["--only-binary", ":all:", "--require-hashes", "--no-compile"]
    arguments += ["--target", str(FOLDER), "--requirement", str(_LOCK)]
    environ = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    done = subprocess.run([*_pip(), *arguments], env=environ)
    if done.returncode != 0:
        raise SetUpFailed("pip could not install uv; its message stands above.")
    write_stamp(FOLDER, [_LOCK])


def _pip() -> list[str]:
    """Return a pip that runs: this Python's own, else one on the PATH (uv suits any Python)."""
    for pip in ([sys.executable, "-m", "pip"], ["pip3"], ["pip"]):
        if shutil.which(pip[0]) and _runs([*pip, "--version"]):
            return pip
    raise SetUpFailed("pip is needed once, to get uv. Install it: apt-get install python3-pip")


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run uv and return what came of it, shown to nobody; the caller judges the exit code."""
    return subprocess.run(
        [str(PROGRAM), *arguments],
        env=_environ(),
        cwd=REQUIREMENTS,
        capture_output=True,
        text=True,
    )


def uv_shown(what: str, *arguments: str) -> tuple[int, str]:
    """Run uv while showing that it works; return its exit code and what it said."""
    return run_shown(what, [str(PROGRAM), "--quiet", *arguments], _environ(), REQUIREMENTS)


def _environ() -> dict[str, str]:
    """Return uv's environment: only Pythons that set-up chose, fetched only when it says so.

    uv trusts whom this machine trusts, as pip does: a network may have an authority of its own.
    """
    return {
        "UV_SYSTEM_CERTS": "true",
        **os.environ,
        "UV_PYTHON_DOWNLOADS": "manual",
        "UV_PYTHON_INSTALL_DIR": str(TOOLS / "python"),
    }
