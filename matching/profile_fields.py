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
    """A profile or change holds something that cannot be. `path` names it, `message` what fits."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def shown(value: Any) -> str:
    """Quote what was given, shortened, without control characters."""
    if isinstance(value, int) and value.bit_length() > 64:
        return "a number that large"
    text = value if isinstance(value, str) else repr(value)
    clean = "".join(letter for letter in text[:60] if letter.isprintable())
    return f"“{clean}{'…' if len(text) > 60 else ''}”"


def misfit(path: str, value: Any, fits: str) -> ProfileProblem:
    """Say that a value does not fit and what would."""
    return ProfileProblem(path, f"{shown(value)} does not fit: {fits}")


def one_of(codes: Iterable[str]) -> Read:
    """Take one of the contract's codes."""
    allowed = tuple(codes)

    def read(path: str, value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise misfit(path, value, f"use one of {', '.join(allowed)}")
        return value

    return read


def whole(least: int, most: int) -> Read:
    """Take a whole number; 19.0 is one, true is not."""

    def read(path: str, value: Any) -> int:
        number = _finite(value)
        if number is None or number != int(number) or not least <= number <= most:
            raise misfit(path, value, f"use a whole number from {least} to {most}")
        return int(number)

    return read


def number(least: float, most: float) -> Read:
    """Take a finite number."""

    def read(path: str, value: Any) -> float:
        given = _finite(value)
        if given is None or not least <= given <= most:
            raise misfit(path, value, f"use a number from {least:g} to {most:g}")
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
        raise misfit(path, value, "use true, false or null")
    return value


def words(path: str, value: Any) -> str:
    """Take a short line of text."""
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_WORDS:
        raise misfit(path, value, f"use 1 to {MAX_WORDS} characters of text")
    if not value.isprintable():
        raise misfit(path, value, "use text without control characters")
    return value.strip()


def state(path: str, value: Any) -> str:
    """Take a state's two letters."""
    if not isinstance(value, str) or value not in STATES:
        raise misfit(path, value, "use a state's two capital letters, such as WI")
    return value


def zip_code(path: str, value: Any) -> str:
    """Take a ZIP code of five digits."""
    if not isinstance(value, str) or not ZIP.fullmatch(value) or value == "00000":
        raise misfit(path, value, "use the five digits of a ZIP code, such as 53205")
    return value


def soc(path: str, value: Any) -> str:
    """Take an occupation code."""
    if not isinstance(value, str) or not SOC.fullmatch(value):
        raise misfit(path, value, "use a SOC 2018 code, such as 47-2111")
    return value


def birthday(path: str, value: Any) -> str:
    """Take an ISO date, maybe partial."""
    if isinstance(value, str) and PARTIAL_DATE.fullmatch(value) and last_day_of(value):
        return value
    raise misfit(path, value, "use a date such as 2027-03 or 2027-03-14")


def entries(read: Read) -> Read:
    """Take a list, dropping doubles and keeping its order."""

    def read_all(path: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) > MAX_ENTRIES:
            raise misfit(path, value, f"use a list of at most {MAX_ENTRIES}")
        found = (read(f"{path}[{at}]", entry) for at, entry in enumerate(value))
        return tuple(dict.fromkeys(found))

    return read_all


def mapping(path: str, value: Any) -> Mapping[str, Any]:
    """Take an object of at most so many entries, with text for keys."""
    if not isinstance(value, Mapping) or len(value) > MAX_ENTRIES:
        raise misfit(path, value, f"use an object of at most {MAX_ENTRIES} entries")
    for key in value:
        words(f"{path} key", key)
    return value


def known_keys(path: str, given: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Refuse a key nobody knows, so that a slip of spelling is never silently lost."""
    names = tuple(allowed)
    for key in given:
        if key not in names:
            where = f"{path}.{key}" if path else str(key)
            raise ProfileProblem(where[:MAX_WORDS], f"is not known: use one of {', '.join(names)}")
