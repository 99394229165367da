"""How soon web answers after a start, and all parts are up: `python -m bench.start`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from bench.measuring import free_port, kept, machine

CHECKOUT = Path(__file__).resolve().parent.parent
LONGEST_S = 120.0


def measured(port: int, begun: float) -> dict[str, float]:
    """Poll a starting product; return the seconds to its first answer and to all parts up."""
    found: dict[str, float] = {}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=2, trust_env=False) as client:
        while time.perf_counter() - begun < LONGEST_S:
            try:
                code = client.get("/api/v1/ready").status_code
            except httpx.HTTPError:
                time.sleep(0.02)
                continue
            found.setdefault("first_answer_s", round(time.perf_counter() - begun, 2))
            if code == httpx.codes.OK:
                return {**found, "all_up_s": round(time.perf_counter() - begun, 2)}
            time.sleep(0.05)
    raise SystemExit("it did not come up")


def main() -> None:
    """Start the installation of this checkout, measure, and end it."""
    about, port = machine(), free_port()
    command = [sys.executable, "-m", "cli", "run", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=CHECKOUT, env=os.environ, stdout=subprocess.DEVNULL)
    try:
        seconds = measured(port, begun)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    kept("start", {"measured_on": time.strftime("%Y-%m-%d"), "machine": about, **seconds})


if __name__ == "__main__":
    main()
