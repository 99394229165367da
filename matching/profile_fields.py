"""What each field of a profile may hold. What does not fit is named, with what would fit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from matching.birthdays import last_day_of

MAX_WORDS = 200  # characters in a name or code
MAX_ENTRIES = 100  # entries in a list or map
SOC = re.compile(r"\d{2}-\d{4}")
ZIP = re.compile(r"\d{5}")
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
STATES = frozenset(
    re.findall(
        "..",
        "ALAKAZARCACOCTDEDCFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTX"
        "UTVTVAWAWVWIWYPRVIGUASMP",
    )
)

Read = Callable[[str, Any], Any]


class ProfileProblem(ValueError):
    """A profile or change holds something that cannot be.

    `path` names it; `code` is a sentence of the locales that says what would fit, `params` its
    fields.
    """

    def __init__(self, path: str, code: str, **params: Any) -> None:
        super().__init__(f"{path}: {code}")
        self.path = path
        self.code = code
        self.params = params


def shown(value: Any) -> str:
    """Quote what was given, shortened, without control characters."""
    if isinstance(value, int) and value.bit_length() > 64:
        return "a number that large"
    text = value if isinstance(value, str) else repr(value)
    clean = "".join(letter for letter in text[:60] if letter.isprintable())
    return f"“{clean}{'…' if len(text) > 60 else ''}”"


def misfit(path: str, value: Any, code: str, **params: Any) -> ProfileProblem:
    """Say that a value does not fit and what would."""
    return ProfileProblem(path, f"misfit.{code}", value=shown(value), **params)


def one_of(codes: Iterable[str]) -> Read:
    """Take one of the contract's codes."""
    allowed = tuple(codes)

    def read(path: str, value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise misfit(path, value, "one_of", choices={"listed": allowed})
        return value

    return read


def whole(least: int, most: int) -> Read:
    """Take a whole number; 19.0 is one, true is not."""

    def read(path: str, value: Any) -> int:
        number = _finite(value)
        if number is None or number != int(number) or not least <= number <= most:
            raise misfit(path, value, "whole", least=least, most=most)
        return int(number)

    return read


def number(least: float, most: float) -> Read:
    """Take a finite number."""

    def read(path: str, value: Any) -> float:
        given = _finite(value)
        if given is None or not least <= given <= most:
            raise misfit(path, value, "number", least=least, most=most)
        return given

    return read


def _finite(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, int) and abs(value) > 10**12:
        return None
    return value if math.isfinite(value) else None


def flag(path: str, value: Any) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise misfit(path, value, "flag")
    return value


def words(path: str, value: Any) -> str:
    """Take a short line of text."""
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_WORDS:
        raise misfit(path, value, "words", most=MAX_WORDS)
    if not value.isprintable():
        raise misfit(path, value, "printable")
    return value.strip()


def state(path: str, value: Any) -> str:
    """Take a state's two letters."""
    if not isinstance(value, str) or value not in STATES:
        raise misfit(path, value, "state")
    return value


def zip_code(path: str, value: Any) -> str:
    """Take a ZIP code of five digits."""
    if not isinstance(value, str) or not ZIP.fullmatch(value) or value == "00000":
        raise misfit(path, value, "zip")
    return value


def soc(path: str, value: Any) -> str:
    """Take an occupation code."""
    if not isinstance(value, str) or not SOC.fullmatch(value):
        raise misfit(path, value, "soc")
    return value


def birthday(path: str, value: Any) -> str:
    """Take an ISO date, maybe partial."""
    if isinstance(value, str) and PARTIAL_DATE.fullmatch(value) and last_day_of(value):
        return value
    raise misfit(path, value, "day")


def entries(read: Read) -> Read:
    """Take a list, dropping doubles and keeping its order."""

    def read_all(path: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) > MAX_ENTRIES:
            raise misfit(path, value, "entries", most=MAX_ENTRIES)
        found = (read(f"{path}[{at}]", entry) for at, entry in enumerate(value))
        return tuple(dict.fromkeys(found))

    return read_all


def mapping(path: str, value: Any) -> Mapping[str, Any]:
    """Take an object of at most so many entries, with text for keys."""
    if not isinstance(value, Mapping) or len(value) > MAX_ENTRIES:
        raise misfit(path, value, "mapping", most=MAX_ENTRIES)
    for key in value:
        words(f"{path} key", key)
    return value


def known_keys(path: str, given: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Refuse a key nobody knows, so that a slip of spelling is never silently lost."""
    names = tuple(allowed)
    for key in given:
        if key not in names:
            where = f"{path}.{key}" if path else str(key)
            raise ProfileProblem(where[:MAX_WORDS], "misfit.unknown", choices={"listed": names})
