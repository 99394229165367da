"""The kind of work each job lies in, as the content files say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from evaluation.product import CHECKOUT

OCCUPATIONS = CHECKOUT / "knowledge" / "content" / "occupations.yml"


@cache
def sectors_of_jobs() -> Mapping[str, str]:
    """Read the sector of every job, by SOC code."""
    listed = yaml.safe_load(OCCUPATIONS.read_text(encoding="utf-8"))
    return {job["soc"]: job["sector"] for job in listed}
