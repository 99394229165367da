"""Features of examples read before, in one file: learning again reads only what is new.

Reading all examples takes far longer than learning from them. What was kept counts only as long as
its key stands for what reads them now; a damaged or outdated file is left aside and written anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from understanding.intents.features import Vector

Read = Callable[[Sequence[str]], list[Vector]]


@dataclass(frozen=True)
class Remembered:
    """A file of features, and the key of the code and vocabulary that made them."""

    file: Path
    key: str

    def features(self, texts: Sequence[str], read: Read) -> list[Vector]:
        """Return the features of all texts; only those not known are read, and then kept."""
        names = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
        known = self._load()
        new = [at for at, name in enumerate(names) if name not in known]
        found = dict(zip((names[at] for at in new), read([texts[at] for at in new])))  # noqa: B905
        whole = {name: found.get(name) or known[name] for name in names}
        if new or len(known) > len(whole):
            self._save(whole)
        return [whole[name] for name in names]

    def _load(self) -> dict[str, Vector]:
        try:
            with self.file.open("rb") as file, np.load(file, allow_pickle=False) as held:
                if str(held["key"]) != self.key:
                    return {}
                cuts = np.cumsum(held["sizes"])[:-1]
                at, values = np.split(held["at"], cuts), np.split(held["values"], cuts)
                return dict(zip(held["names"].tolist(), zip(at, values)))  # noqa: B905 (3.10)
        except (OSError, ValueError, KeyError, BadZipFile, EOFError):
            return {}

    def _save(self, whole: Mapping[str, Vector]) -> None:
        """Write aside and move into place; a folder that cannot be written costs time alone."""
        aside = self.file.with_suffix(f".{os.getpid()}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as file:
                np.savez(
                    file,
                    key=np.array(self.key),
                    names=np.array(list(whole)),
                    sizes=np.array([len(at) for at, _ in whole.values()]),
                    at=np.concatenate([at for at, _ in whole.values()]),
                    values=np.concatenate([values for _, values in whole.values()]),
                )
            aside.replace(self.file)
        except OSError:
            with suppress(OSError):
                aside.unlink()
