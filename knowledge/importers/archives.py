"""Looks a ZIP archive, such as a workbook, over before anything in it is parsed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from knowledge.importers.refusing import FileRefused

MAX_PARTS = 2_000
MAX_UNPACKED = 256_000_000  # bytes of all parts together
MAX_RATIO = 200  # how much smaller packing may make a part
SMALL = 1_000_000  # bytes; a small part may be packed as tightly as it likes
CHUNK = 1 << 16
DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # XML in two bytes a character


def require_harmless(path: Path) -> None:
    """Raise FileRefused for bombs, path names that lead out, locked parts and XML with a DTD."""
    try:
        with zipfile.ZipFile(path) as archive:
            _look_over(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise FileRefused("is not a whole archive: save it again, without a password") from error


def _look_over(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise FileRefused(f"holds more than {MAX_PARTS:,} parts")
    if len({part.filename for part in parts}) < len(parts):
        raise FileRefused("holds two parts of one name")
    left = MAX_UNPACKED
    for part in parts:
        _require_inside(part.filename)
        left -= _unpacked(archive, part, left)


def _require_inside(name: str) -> None:
    steps = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in steps or ":" in name or "\0" in name:
        raise FileRefused(f"holds a part whose path leads out of it: “{name[:60]}”")


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """Count what a part really unpacks to: what its header says may be a lie."""
    size, tail = 0, b""
    is_xml = part.filename.endswith((".xml", ".rels", ".vml"))
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            if size == 0 and is_xml and chunk.startswith(WIDE):
                raise FileRefused("holds XML that is not UTF-8: save the workbook again")
            size += len(chunk)
            if size > most or (size > SMALL and size > MAX_RATIO * max(part.compress_size, 1)):
                raise FileRefused("unpacks to far more than a workbook needs: split it")
            if is_xml and DECLARED.search(tail + chunk):
                raise FileRefused("holds XML with a document type or entities: save it again")
            tail = chunk[-32:]
    return size
