"""Finds phrases of a words file in what somebody wrote, as whole words, accents aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

GAP = re.escape(" ... ")
FEW_WORDS = r"\W+(?:\w+\W+){0,4}?"
STOPS = re.compile(r"[.,;:!?\n]+")
SAME_START = 4  # letters that words of one root share at least: welding, welder
ENDING = 3  # letters that may differ at the end of the shorter one
APOSTROPHES = str.maketrans("", "", "'\u2019\u2018")


def plain(text: str) -> str:
    """Write a text without case, accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(APOSTROPHES))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def parts_of(text: str) -> list[str]:
    """Part a text at its stops, and write each part plain."""
    return [plain(part).strip() for part in STOPS.split(text) if part.strip()]


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases, the longest first; “...” stands for a few words."""
    listed = sorted({plain(phrase) for phrase in phrases}, key=len, reverse=True)
    written = (re.escape(phrase).replace(GAP, FEW_WORDS) for phrase in listed)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)")


def is_of_one_root(one: str, other: str) -> bool:
    """Tell “welding” and “welder” from words that only begin alike. Both are plain."""
    shorter = min(len(one), len(other))
    shared = max(SAME_START, shorter - ENDING)
    return shorter >= SAME_START and one[:shared] == other[:shared]
