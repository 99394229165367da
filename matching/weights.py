"""How much each reason counts: `weights.json`, read once. Every number in it is a whole one.

Points are kept as whole billionths, so that however they are added up the sum is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("weights.json")
WHOLE = 1_000_000_000  # a whole score: fine enough that no share of a share is broken
THOUSANDTH = WHOLE // 1000
ALL = 100  # percent

Steps = tuple[tuple[int, int], ...]  # (limit, percent of the points), the best first


class WeightsProblem(ValueError):
    """The weights file says what no score can be made from; the text says what to mend."""


@dataclass(frozen=True)
class Weights:
    """What a reason gives, and what share of it a program may keep."""

    points: Mapping[str, int]  # billionths by reason code
    shares: Mapping[str, int]  # percent by what holds points back
    supports_counted: int
    near_miles: Steps  # up to so many miles
    pay_usd: Steps  # from so many dollars a year
    weeks_to_pay: Steps  # within so many weeks
    one_of_several: int  # percent of the points for a wish, where one of several is met
    sector_counts: Steps  # of so many sectors at most: one of very many is nobody's own field
    fresh_years: Steps  # sources no older than so many years

    def of(self, code: str, percent: int = ALL) -> int:
        """Give the billionths of a reason, or of a percentage of it."""
        return self.points[code] * percent // ALL


def for_a_wish(weights: Weights, sectors: int, *, one_of_several: bool) -> int:
    """Billionths for a liked sector of a program of so many."""
    percent = up_to(weights.sector_counts, sectors)
    if one_of_several:
        percent = percent * weights.one_of_several // ALL
    return weights.of("interest.sector", percent)


def up_to(steps: Steps, value: float | None) -> int:
    """Percent for a value that should be small: that of the first limit it does not pass."""
    if value is None:
        return 0
    return next((percent for limit, percent in steps if value <= limit), 0)


def from_on(steps: Steps, value: float | None) -> int:
    """Percent for a value that should be large: that of the first limit it reaches."""
    if value is None:
        return 0
    return next((percent for limit, percent in steps if value >= limit), 0)


def read(path: Path = FILE) -> Weights:
    """Read a weights file. Raises WeightsProblem."""
    written = json.loads(path.read_text(encoding="utf-8"))
    points = {code: _whole(value, 0, 1000, code) for code, value in written["points"].items()}
    shares = {name: _whole(value, 0, ALL, name) for name, value in written["shares"].items()}
    most = _most(points, written["supports_counted"])
    if most > WHOLE // THOUSANDTH:
        raise WeightsProblem(f"{path.name}: the points of one program can reach {most}, not 1000")
    return Weights(
        points={code: value * THOUSANDTH for code, value in points.items()},
        shares=shares,
        supports_counted=_whole(written["supports_counted"], 0, 8, "supports_counted"),
        near_miles=_steps(written, "near_miles"),
        pay_usd=_steps(written, "pay_usd"),
        weeks_to_pay=_steps(written, "weeks_to_pay"),
        one_of_several=_whole(written["one_of_several"], 0, ALL, "one_of_several"),
        sector_counts=_steps(written, "sector_counts"),
        fresh_years=_steps(written, "fresh_years"),
    )


def _most(points: Mapping[str, int], supports: int) -> int:
    """Add up the most one program can get: of verdicts and of areas only the best counts."""
    alone = sum(
        value
        for code, value in points.items()
        if not code.startswith(("verdict.", "serves.")) and code not in ("support", "soon.pay")
    )
    best = (
        max(value for code, value in points.items() if code.startswith(start))
        for start in ("verdict.", "serves.")
    )
    return alone + sum(best) + points["support"] * supports


def _steps(written: Mapping[str, Any], name: str) -> Steps:
    pairs: Sequence[Sequence[Any]] = written[name]
    return tuple(
        (_whole(limit, 0, WHOLE, name), _whole(percent, 0, ALL, name)) for limit, percent in pairs
    )


def _whole(value: Any, least: int, most: int, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise WeightsProblem(f"weights.json: {name} must be a whole number {least} to {most}")
    return value


WEIGHTS = read()
