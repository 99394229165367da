"""What the bot imports of us also runs on its older Python: the same tests, run there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SHARED = ("matching", "places", "understanding")


@pytest.mark.slow
@pytest.mark.parametrize("package", SHARED)
def test_a_shared_package_passes_its_tests_on_python_3_10(
    checkout: Path, pure_python: str, package: str
) -> None:
    command = [pure_python, "-m", "pytest", "-q", "-m", "not slow"]
    command += ["--confcutdir=tests/unit", f"tests/unit/{package}"]  # the rest needs the app
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("package", SHARED)
def test_a_shared_package_has_the_types_of_python_3_10(checkout: Path, package: str) -> None:
    python = checkout / ".venv" / "bin" / "python"
    command = [str(python), "-m", "mypy", "--python-version", "3.10", package]
    run = subprocess.run(command, cwd=checkout, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-4000:]
