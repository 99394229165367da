"""The colours of the page: text at 7 to 1 and shapes at 3 to 1 on every ground, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import web.chat

CSS = (Path(web.chat.__file__).parent / "static" / "app.css").read_text(encoding="utf-8")
GROUNDS = ("bg", "surface")
TEXT, SHAPE = 7.0, 3.0
PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "muted", "accent") for ground in GROUNDS),
    *((text, ground, TEXT) for text in ("danger", "warm") for ground in GROUNDS),
    *((shape, ground, SHAPE) for shape in ("edge", "warm-edge") for ground in GROUNDS),
    ("on-accent", "accent", TEXT),
    ("ink", "accent-soft", TEXT),
    ("accent", "accent-soft", TEXT),
    ("ink", "warm-soft", TEXT),
    ("warm", "warm-soft", TEXT),
    ("ink", "danger-soft", TEXT),
]


def tokens_of(theme: str) -> dict[str, str]:
    """Read the colours of a theme: those of the light one, and what the dark one changes."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in blocks[:2])
    return light if theme == "light" else {**light, **dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it (w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"), PAIRS, ids=[f"{a} on {b}" for a, b, _ in PAIRS]
)
def test_what_is_read_stands_out(theme: str, front: str, ground: str, least: float) -> None:
    tokens = tokens_of(theme)
    assert contrast(tokens[front], tokens[ground]) >= least


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
