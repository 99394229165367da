"""Which trained model is in use: a pointer with a checksum, and the archive it points to."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from dataclasses import dataclass
from pathlib import Path


class NoModel(RuntimeError):
    """No model was trained here, or the file is not the one that was."""


@dataclass(frozen=True)
class Model:
    """One trained archive."""

    inputs: str  # hash over everything it was trained from
    sha256: str  # of the archive
    path: Path


def current(home: Path) -> Model:
    """Find the model trained last, and make sure it is that file. Raises `NoModel`."""
    pointer = home / "models" / "current.json"
    try:
        recorded = json.loads(pointer.read_text("utf-8"))
        path = pointer.parent / f"{recorded['inputs']}.tar.gz"
        found = sha256_of(path)
    except (OSError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise NoModel("no model is trained yet: run python -m bot.train") from error
    if found != recorded["sha256"]:
        raise NoModel(f"{path.name} is not the file that was trained: run python -m bot.train")
    return Model(recorded["inputs"], found, path)


def point_to(home: Path, inputs: str) -> Model:
    """Make the archive of these inputs the current one, in one step, and drop older ones."""
    folder = home / "models"
    model = Model(inputs, sha256_of(folder / f"{inputs}.tar.gz"), folder / f"{inputs}.tar.gz")
    written = folder / f"current.json.{os.getpid()}"
    written.write_text(json.dumps({"inputs": inputs, "sha256": model.sha256}) + "\n", "utf-8")
    written.replace(folder / "current.json")
    for old in folder.glob("*.tar.gz"):
        if old != model.path:
            old.unlink(missing_ok=True)
    return model


def unpack_intents(model: Model, target: Path) -> None:
    """Leave the intent weights of a model where tools without Rasa find them."""
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(model.path) as archive:
        for member in archive.getmembers():
            if member.isfile() and "ReadingComponent" in member.name:
                _unpack(archive, member, target)


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    name = Path(member.name).name
    content = archive.extractfile(member)
    if content is None:
        return
    written = target / f".{name}.{os.getpid()}"
    written.write_bytes(content.read())
    written.replace(target / name)


def sha256_of(path: Path) -> str:
    """Hash a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
