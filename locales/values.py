"""Numbers, money, days, distances and lists as a language writes them. Knows no sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

LONG = 4  # words of a name whose comma would be taken for one of the list
GROUPED_FROM = 10_000  # four digits stay together: a year reads as a year


@lru_cache(maxsize=4096)
def number(value: int | float, region: Locale) -> str:
    """Write a number; thousands are grouped from five digits on."""
    if float(value).is_integer() and abs(value) < GROUPED_FROM:
        return str(int(value))
    return str(format_decimal(value, locale=region))


@lru_cache(maxsize=4096)
def dollars(value: int | float, region: Locale) -> str:
    """Write US dollars; cents only where there are any."""
    pattern = "¤#,##0" if float(value).is_integer() else "¤#,##0.00"
    return str(format_currency(value, "USD", pattern, region, currency_digits=False))


@lru_cache(maxsize=1024)
def day(value: str, region: Locale) -> str:
    """Write an ISO day, month or year as exactly as it is given, and no more."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=region))
    year, in_year, in_month = parts
    return str(format_date(date(year, in_year, in_month), "long", locale=region))


@lru_cache(maxsize=64)
def month(value: str, region: Locale) -> str:
    """Write only the month of an ISO day or month."""
    year, in_year = (int(part) for part in value.split("-")[:2])
    return str(format_date(date(year, in_year, 1), "LLLL", locale=region))


@lru_cache(maxsize=1024)
def miles(value: float, region: Locale) -> str:
    """Write a distance in whole miles; below one mile, in tenths."""
    rounded = round(value) if value >= 1 else max(round(value, 1), 0.1)
    return str(format_unit(rounded, "length-mile", "long", locale=region))


@lru_cache(maxsize=256)
def percent(value: float, region: Locale) -> str:
    """Write a percentage: 27 is 27%."""
    return str(format_percent(value / 100, locale=region)).replace("\xa0", " ")


@lru_cache(maxsize=1024)
def plural_form(count: int | float, region: Locale) -> str:
    """Return the plural form a count takes: one, few, many, other…"""
    return str(region.plural_form(count))


@lru_cache(maxsize=256)
def ordinal_form(count: int, region: Locale) -> str:
    """Return the form an ordinal takes: 1st, 2nd, 3rd, 4th."""
    return str(region.ordinal_form(count))


def starts_with_i(word: str) -> bool:
    """Tell whether a word begins with the sound that some languages change their "and" before."""
    low = word[:3].lower()
    return low.startswith(("i", "í")) or (low.startswith(("hi", "hí")) and low[2:] != "e")


def row(items: Sequence[str]) -> str:
    """Write items one after the other, parted by semicolons where long ones hold commas."""
    return ("; " if any(map(holds_commas, items)) else ", ").join(items)


def holds_commas(item: str) -> bool:
    """Tell a long name with a comma in it from a town with its state."""
    return "," in item and len(item.split()) >= LONG


def folded(items: Sequence[str]) -> tuple[str, str]:
    """Split a list into all but its last item, comma-separated, and the last."""
    return ", ".join(items[:-1]), items[-1]
