"""What a model is made from, and one hash over it: the same hash, the same model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("rasa", "numpy", "spacy")
# What decides how intents are learned. A new place, nickname or job title is masked like those
# known before, so the rest of the vocabulary needs no training.
PATTERNS = (
    "bot/config.yml",
    "bot/domain/*.yml",
    "bot/rules/*.yml",
    "bot/components/*.py",
    "data/nlu/*/*.yml",
    "understanding/**/*.py",
    "understanding/vocabulary/*/intents*.yml",
)
# What decides which features an example has: all that reads it.
READING = ("understanding/**/*.py", "understanding/vocabulary/**/*.yml", "places/**/*.py",
           "places/**/*.yml", "places/*.gz")  # fmt: skip


def files_in(checkout: Path, patterns: Iterable[str] = PATTERNS) -> Iterator[Path]:
    """List every file a model is trained from, in a fixed order."""
    for pattern in patterns:
        yield from sorted(checkout.glob(pattern))


def hash_of(
    checkout: Path, versions: Iterable[str] | None = None, patterns: Iterable[str] = PATTERNS
) -> str:
    """Hash names and contents of all inputs, and the versions of what trains them."""
    digest = hashlib.sha256()
    for path in files_in(checkout, patterns):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(checkout)} {len(content)}\n".encode())
        digest.update(content)
    for one in versions if versions is not None else installed():
        digest.update(f"{one}\n".encode())
    return digest.hexdigest()[:16]


def installed() -> list[str]:
    return [f"{package} {version(package)}" for package in PACKAGES]
