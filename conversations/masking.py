"""Takes identity numbers and contact details out of a text before anything keeps it."""

from __future__ import annotations

import re

MASK = "•"

_PATTERNS = (
    re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),  # e-mail
    re.compile(r"(?<![\d-])\d{3}[-. –]\d{2}[-. –]\d{4}(?![\d-])"),  # SSN, spaced
    re.compile(r"(?<!\d)\d{9}(?!\d)"),  # SSN, run together
    re.compile(  # North American phone number, with or without the country code
        r"(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. –]?)\d{3}[-. –]?\d{4}(?!\d)"
    ),
    re.compile(r"(?<!\d)(?:\d[ -]?){13,19}(?!\d)"),  # payment card
)


def masked(text: str) -> str:
    """Put dots of the same length where something identifies a person, so that spans keep."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda hit: MASK * len(hit.group()), text)
    return text
