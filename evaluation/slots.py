"""A profile delta as a set of single values, so that what was said and what was read compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Slot = tuple[str, Any]  # a dotted field and one value; lists give one slot a value
Json = Mapping[str, Any]
Outcome = Literal["right", "spurious", "missed"]

LISTS = ("interests.likes", "interests.dislikes", "interests.occupations", "credentials", "courses")
REMOVE, ONLY, FORGET, ANY = "remove.", "interests.only", "forget", "*"
NESTED = ("education", "location", "interests", "facts", "test_scores", "experience_hours")


@dataclass(frozen=True)
class Counts:
    """How many slots were right, read though not said, and said but not read."""

    right: int = 0
    spurious: int = 0
    missed: int = 0


def slots_of(delta: Json) -> frozenset[Slot]:
    """Take a contract delta apart. Nothing inside a place or a schooling is not a slot."""
    return frozenset(_slots(delta))


def field_of(slot: Slot) -> str:
    """Name the field a slot is counted under; open-ended names share one."""
    field = slot[0].removeprefix(REMOVE)
    head, _, _ = field.partition(".")
    return head if head in ("test_scores", "experience_hours") else field


def outcomes(
    read: Iterable[Slot], said: Iterable[Slot], may: Iterable[Slot]
) -> dict[Slot, Outcome]:
    """Judge each slot that was read or said; what only `may` be read is neither right nor wrong.

    Taking a like back and disliking it change a person in the same way, so they count alike.
    """
    read, said, may = set(read), set(said), set(may)
    fair = said | may | {_twin(slot) for slot in said | may}
    judged: dict[Slot, Outcome] = {
        slot: "right" if slot in read or _twin(slot) in read else "missed" for slot in said
    }
    for slot in read - fair:
        if (slot[0], ANY) not in may:
            judged[slot] = "spurious"
    return judged


def counted(judged: Iterable[Outcome]) -> Counts:
    """Add outcomes up."""
    total = Counter(judged)
    return Counts(total["right"], total["spurious"], total["missed"])


def _twin(slot: Slot) -> Slot:
    """Return the other way to say that something is no longer liked."""
    field, value = slot
    if field == REMOVE + "interests.likes":
        return "interests.dislikes", value
    return field, value


def _slots(delta: Json) -> Iterator[Slot]:
    for key, value in delta.items():
        if key == "remove":
            for name, values in (value or {}).items():
                yield from ((f"{REMOVE}interests.{name}", one) for one in values)
        elif value is None:
            yield from forgotten(key)
        elif key in NESTED:
            yield from _nested(key, value)
        else:
            yield from _values(key, value)


def forgotten(field: str) -> Iterator[Slot]:
    """A place that is forgotten is forgotten in all its parts."""
    parts = ("city", "state", "zip") if field == "location" else ()
    yield from ((f"{field}.{part}", FORGET) for part in parts) if parts else [(field, FORGET)]


def _nested(key: str, inner: Json) -> Iterator[Slot]:
    for name, value in inner.items():
        path = f"{key}.{name}"
        if path == ONLY:
            yield from ((ONLY, True),) if value else ()
        elif name == "remove":
            for part, values in value.items():
                yield from ((f"{REMOVE}{key}.{part}", one) for one in values)
        elif value is not None:
            yield from _values(path, value)
        elif key not in ("location", "education"):
            yield path, FORGET


def _values(path: str, value: Any) -> Iterator[Slot]:
    if path in LISTS:
        yield from ((path, one) for one in value)
    else:
        yield path, plain(value)


def plain(value: Any) -> Any:
    """Compare texts without regard to case, dots and "saint", and 2.0 as 2."""
    if isinstance(value, str):
        return " ".join(value.casefold().replace(".", "").split()).replace("saint ", "st ")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
