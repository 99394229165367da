"""A run that make started ends with make, however make is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.toys import CHECKOUT, alive, until

_RUN = """
import asyncio, os, pathlib
from cli.supervisor import make
async def main():
    make.end_with_it()
    end = asyncio.Event()
    watching = asyncio.create_task(make.when_interrupted(end.set))
    pathlib.Path("pid").write_text(str(os.getpid()))
    await end.wait()
    await watching
asyncio.run(main())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="make is watched on Linux only")
@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, id="interrupted alone, which it does not pass on"),
        pytest.param(signal.SIGTERM, id="told to end"),
        pytest.param(signal.SIGKILL, id="killed"),
    ],
)
def test_a_run_ends_with_its_make(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "run.py").write_text(_RUN)
    (tmp_path / "Makefile").write_text("run:\n\t@exec $(PYTHON) run.py\n")
    environ = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    command = ["make", f"PYTHON={sys.executable}", "run"]
    silent = subprocess.DEVNULL
    make = subprocess.Popen(command, cwd=tmp_path, env=environ, stdout=silent, stderr=silent)
    pid = tmp_path / "pid"
    until(lambda: pid.exists() and pid.read_text())
    make.send_signal(number)
    until(lambda: not alive(int(pid.read_text())))
    make.wait(timeout=5)
