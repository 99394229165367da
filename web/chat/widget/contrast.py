"""How far two colours stand apart (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

import re

COLOR = re.compile(r"#[0-9a-fA-F]{6}")
LEAST = 4.5  # to 1, for text of any size


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written `#rrggbb`: 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
