"""Everything that is published together: programs, ladders, occupations and wages. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.program import Ladder, Program, Source, Words

WageRow = tuple[int | None, int | None, int | None]  # median, 10th and 90th percentile, dollars


@dataclass(frozen=True)
class Occupation:
    """A job people ask about, and what is known of it nationally."""

    soc: str  # SOC 2018, or the combined code BLS publishes under
    title: Words
    sector: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    typical_education: str | None = None
    job_zone: int | None = None  # 1 little preparation to 5 much
    riasec: str | None = None  # the strongest interests, strongest first
    national_median_usd: int | None = None  # whole dollars a year
    annual_openings: int | None = None


@dataclass(frozen=True)
class WageTable:
    """One year of wages by occupation and state; `US` is the whole country."""

    as_of: str  # 2025-05
    source: Source
    rows: Mapping[str, Mapping[str, WageRow]]  # soc -> state -> dollars a year


@dataclass(frozen=True)
class Content:
    """What one release holds. Ids are keys; order carries no meaning."""

    programs: Mapping[str, Program] = field(default_factory=dict)
    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    wages: WageTable | None = None
