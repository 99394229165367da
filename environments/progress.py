"""Shows that a long command is at work: a counting line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile


def run_shown(
    what: str, command: list[str], environ: dict[str, str], folder: Path
) -> tuple[int, str]:
    """Run a command to its end and return its exit code and all that it said."""
    print(f"{what} …", end="" if sys.stdout.isatty() else "\n", flush=True)
    started = time.monotonic()
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        running = subprocess.Popen(
            command, env=environ, cwd=folder, stdout=said, stderr=subprocess.STDOUT
        )
        while _is_running(running):
            if sys.stdout.isatty():
                print(f"\r{what} … {time.monotonic() - started:.0f} s", end="", flush=True)
        said.seek(0)
        _print_end(what, running.returncode, time.monotonic() - started)
        return running.returncode, said.read()


def _is_running(running: subprocess.Popen[bytes]) -> bool:
    try:
        running.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return True
    return False


def _print_end(what: str, code: int, seconds: float) -> None:
    start = "\r" if sys.stdout.isatty() else ""
    print(f"{start}{what}: {'done' if code == 0 else 'failed'} after {seconds:.0f} s", flush=True)
