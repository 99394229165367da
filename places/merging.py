"""Makes one list of places of all that the sources say. Used by `places.compile` only."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from math import cos, radians, sqrt

from places.naming import key_of, words_of
from places.sources import SourceCity, Sources, SourceZip

SAME_PLACE_MILES = 8.0  # a ZIP of the same name this near is the place's own
SAME_NAME_MILES = 15.0  # a ZIP city this near a city of the same name is not another place
BIG_CITY = 100_000
MILES_PER_DEGREE = 69.0
# New York and its boroughs, which are spoken of as cities, and what else they are called.
NEW_YORK = {
    "New York": ("New York City",),
    "Bronx": ("The Bronx",),
    "Brooklyn": (),
    "Manhattan": (),
    "Queens": (),
    "Staten Island": (),
}
# Words the postal service shortens: such a name is another spelling, not another place.
SHORTENED = re.compile(
    r"\b(twp|spgs?|sprgs|hts|hgts|hls|vlg|vly|cty|ctr|jct|mtn|pt|fls|bch|hbr|ind|vlle)\b"
)
COUNTY_WORDS = re.compile(
    r"\b(county|parish|borough|census area|municipio|municipality( of)?|city and borough)\b"
)
VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True)
class Row:
    """A city or a neighborhood."""

    name: str
    state: str
    county: str | None
    lat: float
    lon: float
    population: int
    kind: str
    within: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class ZipRow:
    code: str
    city: str
    state: str
    county: str
    lat: float
    lon: float


@dataclass(frozen=True)
class County:
    name: str
    state: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True)
class State:
    name: str
    code: str
    lat: float
    lon: float
    population: int


class ZipMap:
    """The ZIPs by cell of a grid and by name, to find the one nearest to a point."""

    def __init__(self, zips: list[SourceZip]) -> None:
        self.cells: dict[tuple[int, int], list[SourceZip]] = defaultdict(list)
        self.named: dict[tuple[str, str], list[SourceZip]] = defaultdict(list)
        self.accepted: dict[tuple[str, str], list[SourceZip]] = defaultdict(list)
        for row in zips:
            self.cells[_cell(row.lat, row.lon)].append(row)
            self.named[(key_of(row.city), row.state)].append(row)
            for name in row.accepted:
                self.accepted[(key_of(name), row.state)].append(row)

    def nearest(self, city: SourceCity | SourceZip) -> SourceZip | None:
        """Return the nearest ZIP of the same state within about 70 miles."""
        for reach in (1, 2, 4):
            found = [row for row in self._around(city, reach) if row.state == city.state]
            if found:
                return _closest(city, found)
        return None

    def _around(self, city: SourceCity | SourceZip, reach: int) -> list[SourceZip]:
        row, column = _cell(city.lat, city.lon)
        span = range(-reach, reach + 1)
        return [
            zip_ for i in span for j in span for zip_ in self.cells.get((row + i, column + j), ())
        ]


def merged(sources: Sources) -> tuple[list[State], list[County], list[Row], list[ZipRow]]:
    """Return states, counties, places and ZIPs, each in a stable order."""
    spellings = _spellings(sources.counties)
    told = [replace(row, county=_spelled(row, spellings)) for row in sources.zips]
    sources = replace(sources, zips=_with_counties(told))
    zips = [
        ZipRow(row.code, row.city, row.state, row.county, row.lat, row.lon) for row in sources.zips
    ]
    rows = _rows(sources)
    return _states(sources, rows), _counties(sources, rows, zips), rows, zips


def _spellings(counties: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return every way a county is written: with its accents and its "Municipio", or without."""
    short = Counter((_bare_key(name), state) for name, state in counties)
    found = {(_bare_key(n), s): n for n, s in counties if short[_bare_key(n), s] == 1}
    return found | {(key_of(name), state): name for name, state in counties}


def _bare_key(name: str) -> str:
    return COUNTY_WORDS.sub("", key_of(name)).strip()


def _spelled(row: SourceZip, spellings: dict[tuple[str, str], str]) -> str:
    exact = spellings.get((key_of(row.county), row.state))
    return exact or spellings.get((_bare_key(row.county), row.state), row.county)


def _with_counties(zips: list[SourceZip]) -> list[SourceZip]:
    """Give a ZIP without a county the county of the nearest that has one."""
    told = ZipMap([row for row in zips if row.county])
    nearest = {row.code: told.nearest(row) for row in zips if not row.county}
    return [
        replace(row, county=other.county) if (other := nearest.get(row.code)) else row
        for row in zips
    ]


def _rows(sources: Sources) -> list[Row]:
    zip_map = ZipMap(sources.zips)
    big = [city for city in sources.cities if city.population >= BIG_CITY]
    rows = [_row(city, zip_map, big) for city in sources.cities]
    return rows + _only_in_zips(sources, rows)


def _row(city: SourceCity, zip_map: ZipMap, big: list[SourceCity]) -> Row:
    key = (key_of(city.name), city.state)
    own = _usual(city, zip_map.named.get(key, []))
    at = own or zip_map.nearest(city)
    row = Row(
        name=city.name,
        state=city.state,
        county=(at.county or None) if at else None,
        lat=city.lat,
        lon=city.lon,
        population=city.population,
        kind="city",
    )
    if city.state == "NY" and city.name in NEW_YORK and city.population > BIG_CITY:
        around = "New York" if city.name != "New York" else None
        return replace(row, within=around, also=NEW_YORK[city.name])
    if own or _near(city, zip_map.accepted.get(key, []), SAME_PLACE_MILES):
        return row
    around = _city_around(city, at, big)
    return replace(row, kind="neighborhood", within=around) if around else row


def _city_around(city: SourceCity, at: SourceZip | None, big: list[SourceCity]) -> str | None:
    """Name the big city that a place without a ZIP of its own lies in."""
    if at is None:
        return None
    for other in big:
        same = other.state == city.state and key_of(other.name) == key_of(at.city)
        inside = same and _miles(city, other.lat, other.lon) < _radius_miles(other)
        if inside and key_of(other.name) != key_of(city.name):
            return other.name
    return None


def _radius_miles(city: SourceCity) -> float:
    return 2 + sqrt(city.population) / 80


def _only_in_zips(sources: Sources, rows: list[Row]) -> list[Row]:
    """Return the post offices and the accepted names that no city row stands for."""
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for name in (row.name, *row.also):
            known[(key_of(name), row.state)].append(row)
    added = []
    for zip_row in sources.zips:
        for name in (zip_row.city, *zip_row.accepted):
            if _is_known(name, zip_row, known) or not _is_name(name):
                continue
            row = _post_office(name, zip_row)
            known[(key_of(name), row.state)].append(row)
            added.append(row)
    return added


def _post_office(name: str, at: SourceZip) -> Row:
    around = at.city if name != at.city else None
    kind = "neighborhood" if around else "city"
    return Row(name, at.state, at.county or None, at.lat, at.lon, 0, kind, around)


def _is_known(name: str, zip_row: SourceZip, known: dict[tuple[str, str], list[Row]]) -> bool:
    same = known.get((key_of(name), zip_row.state), [])
    return any(_miles(row, zip_row.lat, zip_row.lon) < SAME_NAME_MILES * 2 for row in same)


def _is_name(name: str) -> bool:
    """Tell whether an accepted name is one, not a shortened spelling of another."""
    words = words_of(name)
    spoken = [word for word in words if word not in {"st", "mt", "ft"}]
    return (
        bool(words)
        and not SHORTENED.search(" ".join(words))
        and all(VOWEL.search(word) and not word.isdigit() for word in spoken)
    )


def _counties(sources: Sources, rows: list[Row], zips: list[ZipRow]) -> list[County]:
    people = _people(((row.county, row.state), row) for row in rows)
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in zips:
        points[(row.county, row.state)].append((row.lat, row.lon))
    return [
        County(name, state, *_middle(points[(name, state)]), people.get((name, state), 0))
        for name, state in sources.counties
        if (name, state) in points
    ]


def _states(sources: Sources, rows: list[Row]) -> list[State]:
    people = _people((row.state, row) for row in rows)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in sources.zips:
        points[row.state].append((row.lat, row.lon))
    return [
        State(name, code, *_middle(points[code]), people.get(code, 0))
        for code, name in sources.states.items()
        if code in points
    ]


def _people(rows: Iterable[tuple[Hashable, Row]]) -> dict[Hashable, int]:
    """Add up the cities; a neighborhood and a borough are already in their city."""
    total: dict[Hashable, int] = defaultdict(int)
    for where, row in rows:
        if row.within is None:
            total[where] += row.population
    return total


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    return (
        sum(lat for lat, _ in points) / len(points),
        sum(lon for _, lon in points) / len(points),
    )


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // 0.25), int(lon // 0.25)


def _usual(city: SourceCity, zips: list[SourceZip]) -> SourceZip | None:
    """Return the nearest of a place's own ZIPs that lies where most of them lie."""
    own = [row for row in zips if _miles(city, row.lat, row.lon) <= SAME_PLACE_MILES]
    own = [row for row in own if row.delivers] or own
    counties = Counter(row.county for row in own)
    most = max(counties.values(), default=0)
    return _closest(city, [row for row in own if counties[row.county] == most]) if own else None


def _near(city: SourceCity, zips: list[SourceZip], miles: float) -> SourceZip | None:
    closest = _closest(city, zips) if zips else None
    return closest if closest and _miles(city, closest.lat, closest.lon) <= miles else None


def _closest(city: SourceCity | SourceZip, zips: list[SourceZip]) -> SourceZip:
    return min(zips, key=lambda row: (_miles(city, row.lat, row.lon), row.code))


def _miles(place: SourceCity | SourceZip | Row, lat: float, lon: float) -> float:
    """Return the distance on a flat map, good enough for tens of miles."""
    across = (place.lon - lon) * cos(radians(lat))
    return MILES_PER_DEGREE * sqrt((place.lat - lat) ** 2 + across**2)
