"""Small real processes for the supervisor to keep, and a run of it that a test can signal."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cli.display import PlainDisplay
from cli.supervisor.part import Part, Patience
from cli.supervisor.status import Status
from cli.supervisor.supervisor import Plan, Step, Supervisor

CHECKOUT = Path(__file__).resolve().parents[3]
HURRY = Patience(grace_s=0.3, first_delay_s=0.05, longest_delay_s=0.2, probe_s=0.02)

# A part as rasa-sdk is one: a process that starts another and serves through it.
_TWO_PROCESSES = """
import os, pathlib, signal, subprocess, sys, time
name, kind = sys.argv[1:]
if kind == "refusing" and name == "web":
    print("PATHWAYS_COLOR is “mauve”.")
    sys.exit(78)
if kind == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
sleeper = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
worker = subprocess.Popen([sys.executable, "-S", "-E", "-c", sleeper])
with open(f"{name}.pids", "a") as pids:
    pids.write(f"{os.getpid()} {worker.pid}\\n")
print(name, "is here", flush=True)
time.sleep(60)
"""


def toy(folder: Path, name: str, kind: str = "docile") -> Part:
    """Return a part of two processes that writes both ids into `<name>.pids` at every start."""
    return _part(folder, name, _TWO_PROCESSES, name, kind)


def once(folder: Path, name: str, code: str) -> Part:
    return _part(folder, name, code)


def _part(folder: Path, name: str, code: str, *arguments: str) -> Part:
    command = (sys.executable, "-S", "-E", "-c", code, *arguments)
    return Part(name, command, dict(os.environ), folder, folder / f"{name}.log")


def plan(folder: Path, kind: str, migration: str, patience: Patience) -> Plan:
    async def ask() -> dict[str, str]:
        return {each.stem: "up" for each in folder.glob("*.pids")}

    migrate, train = once(folder, "databases", migration), once(folder, "training", "print('ok')")
    steps = (
        Step(migrate, "knowledge", "preparing", toy(folder, "actions", kind), True),
        Step(train, "bot", "training", toy(folder, "bot", kind), False),
    )
    return Plan(toy(folder, "web", kind), steps, ask, patience)


def main(folder: Path, kind: str, migration: str, grace_s: float) -> int:
    patience = replace(HURRY, grace_s=grace_s)
    display = PlainDisplay("http://here")
    status = Status(folder / "status.json", display.told)
    return asyncio.run(Supervisor(plan(folder, kind, migration, patience), status, display).run())


@contextmanager
def supervised(
    folder: Path, kind: str = "docile", migration: str = "pass", grace_s: float = HURRY.grace_s
) -> Iterator[subprocess.Popen[str]]:
    """Run the supervisor of toys as a process of its own; leave nothing of it behind."""
    command = [sys.executable, "-m", "tests.unit.cli.toys", str(folder), kind, migration]
    command.append(str(grace_s))
    running = subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield running
    finally:
        running.terminate()
        running.communicate(timeout=10)


def until(what: Callable[[], object], seconds: float = 8.0) -> None:
    """Wait for something to become true; fail, saying what, when it does not."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.01)


def states(folder: Path) -> dict[str, str]:
    try:
        parts: dict[str, str] = json.loads((folder / "status.json").read_text())["parts"]
    except OSError:
        return {}
    return parts


def all_up(folder: Path) -> bool:
    return states(folder) == dict.fromkeys(("web", "actions", "bot", "knowledge"), "up")


def processes(folder: Path) -> list[int]:
    """Return every process that any toy ever started, the dead included."""
    return [int(word) for file in folder.glob("*.pids") for word in file.read_text().split()]


def alive(process: int) -> bool:
    """Say whether a process runs; a zombie that nobody collects does not."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4])))
