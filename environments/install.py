"""Makes an environment match its locks. It leaves one that already does alone."""

from __future__ import annotations

import fcntl
import shlex
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from environments.plan import BUILD_LOCK, ENVIRONMENTS, REQUIREMENTS, ROOT, TOOLS, Environment
from environments.problems import SetUpFailed
from environments.pythons import fits, python_for, version_of
from environments.stamps import is_current, read_stamp, write_stamp
from environments.uv import get_uv, uv, uv_shown

# -P: the folder someone stands in must not shadow the checkout's packages.
_COMMAND = """#!/bin/sh
exec {python} -P -m cli "$@"
"""


def install(names: list[str], with_tests: bool) -> None:
    """Install the named environments, with what the tests need when asked."""
    with _alone():
        for name in names:
            environment = ENVIRONMENTS[name]
            locks = locks_of(environment, with_tests)
            if not is_ready(environment, locks):
                _fill(environment, locks)


def locks_of(environment: Environment, with_tests: bool) -> list[Path]:
    """Return the locks to install; what the tests once brought stays, lest the two take turns."""
    tests_were_here = set(environment.wanted_by_tests) & set(read_stamp(environment.path))
    extra = environment.wanted_by_tests if with_tests or tests_were_here else ()
    return [REQUIREMENTS / f"{name}.lock" for name in (*environment.locks, *extra)]


def is_ready(environment: Environment, locks: list[Path]) -> bool:
    return is_current(environment.path, locks) and environment.interpreter.exists()


@contextmanager
def _alone() -> Iterator[None]:
    """Let only one set-up work in this checkout; a second waits for it."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up is at work in this checkout; waiting for it …", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fill(environment: Environment, locks: list[Path]) -> None:
    get_uv()
    _create(environment)
    _sync(environment, locks)
    link(environment)
    write_stamp(environment.path, locks)


def _create(environment: Environment) -> None:
    """Make the empty environment, anew when its Python is gone, too old or it was moved."""
    moved = read_stamp(environment.path).get("folder", str(environment.path)) != str(
        environment.path
    )
    if not moved and fits(environment, version_of(environment.interpreter)):
        return
    python = python_for(environment)
    shutil.rmtree(environment.path, ignore_errors=True)
    made = uv("venv", "--no-project", "--python", str(python), str(environment.path))
    if made.returncode != 0:
        raise SetUpFailed(f"uv could not make {environment.folder}:\n{made.stderr}")


def _sync(environment: Environment, locks: list[Path]) -> None:
    """Make the installed packages exactly those of the locks, each checked by hash.

    Bytecode is compiled here because a run with PYTHONDONTWRITEBYTECODE would compile it anew
    at every start, which costs the bot half of its start-up.
    """
    options = ["--require-hashes", "--require-build-hashes", "--compile-bytecode"]
    options += ["--build-constraints", str(BUILD_LOCK)]
    command = ["pip", "sync", *options, "--python", str(environment.interpreter)]
    what = f"Installing the {environment.name} environment into {environment.folder}"
    code, said = uv_shown(what, *command, *map(str, locks))
    if code != 0:
        raise SetUpFailed(f"uv could not install {environment.folder}:\n{said.strip()}")


def link(environment: Environment) -> None:
    """Make the checkout importable and, in the app environment, give it its command."""
    if environment.sees_checkout:
        [packages] = environment.path.glob("lib/python3.*/site-packages")
        (packages / "pathways.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if environment.name == "app":
        command = environment.path / "bin" / "pathways"
        python = shlex.quote(str(environment.interpreter))
        command.write_text(_COMMAND.format(python=python), encoding="utf-8")
        command.chmod(command.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
