"""Processes in groups of their own: started, and ended to the last member."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from cli.supervisor import guard
from cli.supervisor.part import Part

_LOG_LIMIT = 5_000_000  # bytes; a longer log is put aside when its part starts
_LOOK_S = 0.02


class Groups:
    """Every process group of this run, known to a guard that outlives us."""

    def __init__(self, grace_s: float) -> None:
        self._grace_s = grace_s
        self._alive: set[int] = set()
        self._guard: Process | None = None
        self._ending = False

    async def __aenter__(self) -> Groups:
        program = [sys.executable, "-I", "-S", str(Path(guard.__file__)), str(self._grace_s)]
        self._guard = await asyncio.create_subprocess_exec(
            *program, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.end_all()
        if self._guard and self._guard.stdin:
            self._guard.stdin.close()
            await self._guard.wait()

    async def start(self, part: Part) -> Process:
        """Start a part in a group of its own, so that a Ctrl-C reaches us and not it."""
        with _log_of(part) as log:
            process = await asyncio.create_subprocess_exec(
                *part.command,
                env=part.environ,
                cwd=part.folder,
                stdin=DEVNULL,
                stdout=log,
                stderr=STDOUT,
                start_new_session=True,
            )
        self._alive.add(process.pid)
        self._tell_guard(f"+{process.pid}")
        if self._ending:  # asked to end while this one was being born
            _send([process.pid], signal.SIGKILL)
        return process

    def sweep(self, group: int) -> None:
        """Kill what is left of a group whose first process has ended."""
        _send([group], signal.SIGKILL)
        self._alive.discard(group)
        self._tell_guard(f"-{group}")

    async def end_all(self) -> None:
        """Ask every group to end; kill what has not ended within the grace."""
        self._ending = True
        _send(self._alive, signal.SIGTERM)
        until = time.monotonic() + self._grace_s
        while any(_is_there(group) for group in self._alive) and time.monotonic() < until:
            await asyncio.sleep(_LOOK_S)
        for group in list(self._alive):
            self.sweep(group)

    def kill_all(self) -> None:
        """End every group at once: the person asked twice."""
        _send(self._alive, signal.SIGKILL)

    def _tell_guard(self, line: str) -> None:
        if self._guard and self._guard.stdin and not self._guard.stdin.is_closing():
            self._guard.stdin.write(f"{line}\n".encode())


def _log_of(part: Part) -> BinaryIO:
    part.log.parent.mkdir(parents=True, exist_ok=True)
    if part.log.exists() and part.log.stat().st_size > _LOG_LIMIT:
        part.log.replace(part.log.with_suffix(".old.log"))
    return part.log.open("ab")


def _send(groups: Iterable[int], number: int) -> None:
    for group in list(groups):
        try:
            os.killpg(group, number)
        except ProcessLookupError:
            continue


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
