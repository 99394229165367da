"""People who come to the guide, as what their first message says of them."""

from __future__ import annotations

from typing import Any

MILWAUKEE: dict[str, Any] = {
    "age": 19,
    "education": {"level": "some_high_school", "grade": 10},
    "location": {"city": "Milwaukee", "state": "WI"},
    "interests": {"likes": ["construction", "manufacturing"]},
}
LAS_VEGAS: dict[str, Any] = {
    "location": {"city": "Las Vegas", "state": "NV"},
    "interests": {"likes": ["hospitality"]},
    "education": {"level": "some_high_school"},
}
ALPINE: dict[str, Any] = {
    "location": {"city": "Alpine", "state": "TX"},
    "interests": {"likes": ["aerospace"]},
}
NURSE_AIDE: dict[str, Any] = {
    "age": 34,
    "credentials": ["cna"],
    "education": {"level": "certificate"},
    "location": {"city": "Philadelphia", "state": "PA"},
    "interests": {"likes": ["healthcare"], "occupations": ["31-1131"]},
    "facts": {"laid_off": True, "parent_or_pregnant": True, "own_transport": False},
}
NOBODY: dict[str, Any] = {}
PEOPLE = {
    "nobody known": NOBODY,
    "Milwaukee, tenth grade": MILWAUKEE,
    "Las Vegas, hotels": LAS_VEGAS,
    "far from everything": ALPINE,
    "a laid-off nurse aide": NURSE_AIDE,
}
