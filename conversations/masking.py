"""Takes identity numbers and contact details out of a text before anything keeps it."""

from __future__ import annotations

import re
from typing import Any

MASK = "•"
_GAP = "[-. \u2010-\u2015\u2212\uff0d]"  # a space, a dot or any dash

_PATTERNS = (
    re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),  # e-mail
    re.compile(  # e-mail, spelled out
        r"(?i)[\w.+-]{1,64} (?:at|arroba) [\w-]{1,63} (?:dot|punto) (?:com|org|net|edu|gov)\b"
    ),
    re.compile(rf"(?<![\d-])\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{4}}(?![\d-])"),  # SSN, spaced
    re.compile(r"(?<!\d)\d{9}(?!\d)"),  # SSN, run together
    re.compile(  # North American phone number, with or without the country code
        rf"(?<!\d)(?:\+?1{_GAP}?)?(?:\(\d{{3}}\)\s?|\d{{3}}{_GAP}?)\d{{3}}{_GAP}?\d{{4}}(?!\d)"
    ),
    re.compile(r"(?<!\d)(?:\d[ -]?){13,19}(?!\d)"),  # payment card
)


def masked(text: str) -> str:
    """Put dots of the same length where something identifies a person, so that spans keep."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda hit: MASK * len(hit.group()), text)
    return text


def masked_within(value: Any) -> Any:
    """Mask every text inside a JSON value; keys and everything else stay."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: masked_within(entry) for key, entry in value.items()}
    return [masked_within(entry) for entry in value] if isinstance(value, list) else value
