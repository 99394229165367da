"""Reads one YAML file into plain values with line numbers. Anchors, tags and bombs are refused.

Only the plain part of YAML is understood: `no` is a word and not false, `02134` keeps its zero,
and a date stays the text it was written as.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
MAX_BYTES = 1_000_000  # the largest shipped file has 40,000
MAX_DEPTH = 24
MAX_VALUES = 100_000

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{1,9}")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Complaint:
    """Something wrong at a place in one file."""

    line: int
    path: Path
    message: str
    severity: str = "error"


@dataclass(frozen=True)
class Written:
    """What a file says, and on which line each value stands."""

    value: Any
    lines: Mapping[Path, int]

    def line_of(self, path: Path) -> int:
        """Find the line of a value, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Refused(Exception):
    def __init__(self, line: int, message: str, path: Path = ()) -> None:
        super().__init__(message)
        self.complaint = Complaint(line, path, message)


@dataclass
class _Open:
    """A mapping or list whose end has not been read yet."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


@dataclass
class _Builder:
    lines: dict[Path, int] = field(default_factory=dict)
    repeated: list[Complaint] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    root: Any = None

    def take(self, event: yaml.Event) -> None:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start([], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, event.value, line)
        else:
            self._place(_typed(event), line)

    def _key(self, top: _Open, name: str, line: int) -> None:
        path = (*top.path, name)
        if path in self.lines:
            first = self.lines[path]
            self.repeated.append(
                Complaint(line, path, f"stands twice, first on line {first}: keep one of them")
            )
        self.lines.setdefault(path, line)
        top.key = name

    def _start(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _Refused(line, f"is nested more than {MAX_DEPTH} levels deep: write it flatter")
        self.stack.append(_Open(value, self._place(value, line)))

    def _place(self, value: Any, line: int) -> Path:
        """Put a value where it belongs, and return the path to it."""
        if not self.stack:
            self.root = value
            self.lines.setdefault((), line)
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: Path = (*top.path, len(top.value))
            top.value.append(value)
            self.lines.setdefault(path, line)
            return path
        if top.key is None:
            raise _Refused(line, "has a key that is not a word: write `name: value`", top.path)
        path = (*top.path, top.key)
        top.value[top.key] = value
        top.key = None
        return path


def read_yaml(content: bytes) -> tuple[Written | None, list[Complaint]]:
    """Read a file's bytes; what cannot be read comes back as complaints, never as an exception."""
    if len(content) > MAX_BYTES:
        return None, [Complaint(1, (), f"is larger than {MAX_BYTES:,} bytes: split the file")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Complaint(line, (), "is not UTF-8 text: save the file as UTF-8")]
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except _Refused as refused:
        return None, [refused.complaint]
    except yaml.YAMLError as error:
        return None, [_unreadable(error)]
    return Written(builder.root, builder.lines), builder.repeated


def _events(text: str) -> Iterator[yaml.Event]:
    documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=LOADER)):
        line, tag = _line(event), getattr(event, "tag", None)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _Refused(line, "holds a second document after `---`: one file, one record")
        if count > MAX_VALUES:
            raise _Refused(line, f"holds more than {MAX_VALUES:,} values: split the file")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(line, "uses `&` or `*` to repeat a part: write the part out each time")
        if tag:
            raise _Refused(line, f"uses the tag `{tag}`: leave tags (`!`) out")
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _unreadable(error: yaml.YAMLError) -> Complaint:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "a character that YAML does not allow"
    return Complaint(
        mark.line + 1 if mark else 1,
        (),
        f"is not readable as YAML ({what}): check the indentation, and put text that holds"
        ' `: ` or `#` in quotes, for example text: "Hours: 8 to 5"',
    )


def _typed(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    text: str = event.value
    if event.style is not None and event.style not in ("", " "):
        return text
    if text in NULLS:
        return None
    if text in TRUTHS:
        return TRUTHS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
