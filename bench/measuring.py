"""What every benchmark needs: medians, memory of a process tree, a server that is waited for."""

from __future__ import annotations

import json
import os
import platform
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results")


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def median_ms(seconds: Sequence[float]) -> float:
    """Median of seconds, in milliseconds."""
    return statistics.median(seconds) * 1000


def p95_ms(seconds: Sequence[float]) -> float:
    """95th percentile of seconds, in milliseconds."""
    return sorted(seconds)[int(len(seconds) * 0.95)] * 1000


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def memory_mb(pid: int) -> float:
    """Resident memory of one process, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


@dataclass
class Server:
    """A process group that serves, and how long it took to be ready."""

    process: subprocess.Popen[bytes]
    ready_s: float

    def end(self) -> None:
        """End the whole group."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(15)


@dataclass(frozen=True)
class Launch:
    """How to start a server and how to tell that it is ready."""

    command: Sequence[str]
    cwd: Path
    environ: dict[str, str]
    is_ready: Callable[[], bool]
    within_s: float = 240.0


def started(launch: Launch) -> Server:
    """Start a server and wait until it is ready."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        launch.command,
        cwd=launch.cwd,
        env=launch.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not launch.is_ready():
        if process.poll() is not None or time.perf_counter() - begun > launch.within_s:
            raise SystemExit(f"{' '.join(launch.command)} did not come up")
        time.sleep(0.05)
    return Server(process, time.perf_counter() - begun)


def machine() -> dict[str, Any]:
    """Describe the machine, without naming it."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "load_before": round(os.getloadavg()[0], 2),
    }


def kept(name: str, result: dict[str, Any]) -> None:
    """Write a result beside the benchmarks and print it."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, indent=2) + "\n"
    (RESULTS / f"{name}.json").write_text(text, encoding="utf-8")
    print(text)
