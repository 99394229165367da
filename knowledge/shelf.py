"""Where releases lie as files, and how one is read back and checked. It knows no database.

`<home>/releases/<number>-<sha12>.json` is a release, `current` beside it names the one in force.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from knowledge.documents import FORMAT, decoded, digest_of
from knowledge.problems import CatalogUnavailable
from knowledge.release import Release

FOLDER = "releases"
POINTER = "current"
RELEASE_ID = re.compile(r"[1-9][0-9]{0,9}-[0-9a-f]{12}")
CONTENT = b',"content":'
END = b"}\n"


def release_id(number: int, digest: str) -> str:
    """Name a release by its number and what it says."""
    return f"{number}-{digest[:12]}"


def pointer_path(home: Path) -> Path:
    """Return where the name of the release in force stands."""
    return home / FOLDER / POINTER


def document_path(home: Path, name: str) -> Path:
    """Return where a release lies. Raises CatalogUnavailable for what is no release's name."""
    if not RELEASE_ID.fullmatch(name):
        raise CatalogUnavailable(f"“{name[:40]}” is not the name of a release")
    return home / FOLDER / f"{name}.json"


def document_of(number: int, published_at: str, encoded_content: bytes) -> bytes:
    """Write a release document: a head, then the content exactly as it was hashed."""
    digest = digest_of(encoded_content)
    head = {
        "format": FORMAT,
        "id": release_id(number, digest),
        "number": number,
        "published_at": published_at,
        "sha256": digest,
    }
    return json.dumps(head)[:-1].encode("ascii") + CONTENT + encoded_content + END


def read_pointer(home: Path) -> str:
    """Read which release is in force. Raises CatalogUnavailable when none is."""
    try:
        return pointer_path(home).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogUnavailable("no release has been published here yet") from error


def read_release(home: Path, name: str) -> Release:
    """Read a release and check that it says what it said when it was published."""
    path = document_path(home, name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CatalogUnavailable(f"release {name} cannot be read") from error
    return _release_from(name, raw)


def is_whole(home: Path, name: str) -> bool:
    """Say whether a release can be read back as it was published."""
    try:
        read_release(home, name)
    except CatalogUnavailable:
        return False
    return True


def _release_from(name: str, raw: bytes) -> Release:
    head_bytes, found, rest = raw.partition(CONTENT)
    try:
        head = json.loads(head_bytes + b"}")
        encoded_content = rest[: -len(END)]
        if not found or head["format"] != FORMAT or digest_of(encoded_content) != head["sha256"]:
            raise CatalogUnavailable(f"release {name} is damaged or of another version")
        content = decoded(json.loads(encoded_content))
        return Release(head["id"], head["number"], head["published_at"], head["sha256"], content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CatalogUnavailable(f"release {name} is damaged or of another version") from error
