"""Which environments there are and which locks fill them. It installs nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
TOOLS = ROOT / ".tools"


@dataclass(frozen=True)
class Environment:
    """One virtual environment: where it is, its Python, and the locks that fill it."""

    name: str
    folder: str
    python: tuple[int, int]  # the lowest that will do
    exact: bool  # True: only this minor version will do
    locks: tuple[str, ...]
    wanted_by_tests: tuple[str, ...] = ()  # locks installed beside the others by `make test`
    sees_checkout: bool = True  # the repository root is importable in it

    @property
    def path(self) -> Path:
        return ROOT / self.folder

    @property
    def interpreter(self) -> Path:
        return self.path / "bin" / "python"


@dataclass(frozen=True)
class Lock:
    """How one lock file is compiled from its `.in` file."""

    name: str
    python: str
    options: tuple[str, ...] = field(default=("--universal",))

    @property
    def file(self) -> Path:
        return REQUIREMENTS / f"{self.name}.lock"


ENVIRONMENTS = {
    each.name: each
    for each in (
        Environment("app", ".venv", (3, 11), False, ("app",), wanted_by_tests=("dev",)),
        Environment("bot", ".venv-bot", (3, 10), True, ("bot",)),
        Environment("pure", ".venv-pure", (3, 10), True, ("pure",)),
        Environment("places", ".venv-places", (3, 11), False, ("places",)),
        Environment("bench", ".venv-bench", (3, 10), True, ("bench",), sees_checkout=False),
    )
}

BUILD_LOCK = REQUIREMENTS / "build.lock"  # what packages without a wheel are built with

# In this order: dev.in is constrained by app.lock.
LOCKS = (
    Lock("installer", "3.11"),
    Lock("build", "3.10"),
    Lock("app", "3.11"),
    Lock("dev", "3.11"),
    Lock("places", "3.11"),
    Lock("pure", "3.10"),
    Lock("bot", "3.10", ("--universal", "--override", "bot-overrides.txt")),
    # Stock Rasa is measured on one kind of machine only; TensorFlow 2.12 resolves for no other.
    Lock("bench", "3.10", ("--python-platform", "x86_64-unknown-linux-gnu")),
)
