"""What an operator renews every year, and whether this year's is there yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.content import Content
from knowledge.coverage import poverty_year
from knowledge.problems import Problem

FILE = "poverty.yml"
PUBLISHED_BY = (2, 1)  # month and day: HHS publishes its guidelines in the second half of January


def outdated(content: Content, today: date) -> Iterator[Problem]:
    """Warn of poverty guidelines of a year that is over, once the new ones must be out."""
    year = poverty_year(content.programs.values())
    due = today.year if (today.month, today.day) >= PUBLISHED_BY else today.year - 1
    if year is not None and year < due:
        message = f"is of {year}: put in the guidelines that HHS published in January {due}"
        yield Problem(FILE, 1, "year", message, "warning")
