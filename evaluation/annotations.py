"""Messages with what careful people wrote down of them (docs/annotating.md says how)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.slots import ANY, ONLY, REMOVE, Slot, forgotten, plain

PARTS = ("dev", "test")
UNCODED = "job:"
SLICES = frozenset(
    {"typo", "slang", "negation", "correction", "indirect", "other_person", "ambiguous_place",
     "hobby", "code_switch", "voice", "out_of_scope", "crisis", "near_crisis", "multi_intent",
     "long", "one_word", "wage_theft"}
)  # fmt: skip
KEYS = frozenset({"text", "language", "intents", "said", "may", "ambiguous", "slices"})


class AnnotationProblem(ValueError):
    """A file of messages that cannot be used; says the file, the line and what to mend."""


@dataclass(frozen=True)
class Said:
    """One value that a message says, and the words that say it."""

    field: str
    value: Any
    words: str
    op: str = "set"  # set, only, remove, forget

    @property
    def slots(self) -> Iterator[Slot]:
        """Write it as the slots of a delta."""
        if self.op == "forget" or self.value is None:
            yield from forgotten(self.field)
        elif self.op == "remove":
            yield f"{REMOVE}{self.field}", self.value
        else:
            yield self.field, plain(self.value)
            if self.op == "only":
                yield ONLY, True


@dataclass(frozen=True)
class Annotated:
    """One message and what it means."""

    text: str
    language: str
    intents: tuple[str, ...]  # the main one first
    said: tuple[Said, ...]
    may: frozenset[Slot]
    ambiguous: tuple[str, ...]
    slices: frozenset[str]
    origin: str  # file and line, for a person who mends it

    @property
    def slots(self) -> frozenset[Slot]:
        """Return every slot that has to be read."""
        return frozenset(slot for one in self.said for slot in one.slots)


def messages_in(folder: Path) -> list[Annotated]:
    """Read every `.jsonl` of a folder, in the order of names. Raises `AnnotationProblem`."""
    return [message for path in sorted(folder.glob("*.jsonl")) for message in read(path)]


def read(path: Path) -> list[Annotated]:
    """Read one file. Raises `AnnotationProblem`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_message(path.name, at, line) for at, line in enumerate(lines, 1) if line.strip()]


def _message(name: str, at: int, line: str) -> Annotated:
    origin = f"{name}:{at}"
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise AnnotationProblem(f"{origin} is not JSON: {error.msg}") from error
    _checked(origin, found)
    whole = [_said(one) for one in found["said"]]
    said = tuple(one for one in whole if not _is_uncoded(one))
    uncoded = {(one.field, ANY) for one in whole if _is_uncoded(one)}
    return Annotated(
        text=found["text"],
        language=found["language"],
        intents=tuple(found["intents"]),
        said=said,
        may=frozenset(slot for one in found.get("may", ()) for slot in _fair(one)) | uncoded,
        ambiguous=tuple(found.get("ambiguous", ())),
        slices=frozenset(found["slices"]),
        origin=origin,
    )


def _is_uncoded(one: Said) -> bool:
    """A job whose SOC code the annotator did not know: any code is fair."""
    return str(one.value).startswith(UNCODED)


def _said(one: list[Any]) -> Said:
    field, value, words, *op = one
    return Said(field, value, words, op[0] if op else "set")


def _fair(one: list[Any]) -> Iterator[Slot]:
    field, value, *op = one
    return Said(field, value, "", op[-1] if op else "set").slots


def _checked(origin: str, found: Any) -> None:
    missing = {"text", "language", "intents", "said", "slices"} - set(found)
    if missing or set(found) - KEYS:
        raise AnnotationProblem(f"{origin} must have {sorted(KEYS)}; lacks {sorted(missing)}")
    unknown = set(found["slices"]) - SLICES
    if unknown or not found["intents"]:
        raise AnnotationProblem(f"{origin}: unknown slices {sorted(unknown)} or no intent")
    for one in found["said"]:
        if len(one) not in (3, 4) or one[2] not in found["text"]:
            raise AnnotationProblem(f"{origin}: {one} is not [field, value, words of the text]")
