"""Names, ZIPs and typos to places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import Gazetteer, Place, miles_between
from places.gazetteer import is_certain

GAZETTEER = Gazetteer.open()


def a_place(name: str = "Somewhere", state: str = "WI", population: int = 0) -> Place:
    return Place(name, state, None, 43.0, -87.9, population, "city")


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        pytest.param(
            "milwaukee", None, ("Milwaukee", "WI"), id="the largest of a name comes first"
        ),
        pytest.param("MILWAUKEE", "NC", ("Milwaukee", "NC"), id="a state chooses"),
        pytest.param("saint paul", "MN", ("Saint Paul", "MN"), id="saint in full"),
        pytest.param("St. Louis", None, ("St. Louis", "MO"), id="saint as St."),
        pytest.param("ft worth", None, ("Fort Worth", "TX"), id="fort as ft"),
        pytest.param("mt vernon", "NY", ("Mount Vernon", "NY"), id="mount as mt"),
        pytest.param("Coeur dAlene", None, ("Coeur d'Alene", "ID"), id="no apostrophe"),
        pytest.param("bayamon", None, ("Bayamón", "PR"), id="no accent, Puerto Rico"),
        pytest.param("winston salem", None, ("Winston-Salem", "NC"), id="no hyphen"),
        pytest.param("lasvegas", None, ("Las Vegas", "NV"), id="written as one word"),
        pytest.param("n las vegas", None, ("North Las Vegas", "NV"), id="a direction as a letter"),
        pytest.param("Kayenta", "AZ", ("Kayenta", "AZ"), id="a small town on a reservation"),
        pytest.param("allston", None, ("Allston", "MA"), id="a post office inside a city"),
        pytest.param("brooklyn", None, ("Brooklyn", "NY"), id="Brooklyn is no old name of Oshkosh"),
        pytest.param("harlem", None, ("Harlem", "NY"), id="Harlem is no old name of Oak Park"),
        pytest.param("mke", None, ("Milwaukee", "WI"), id="a nickname"),
        pytest.param("filadelfia", None, ("Philadelphia", "PA"), id="a Spanish name"),
        pytest.param("twin cities", None, ("Twin Cities", "MN"), id="a region"),
        pytest.param("washington", None, ("Washington", "DC"), id="DC before the state"),
    ],
)
def test_a_name_finds_its_best_place(
    name: str, state: str | None, expected: tuple[str, str]
) -> None:
    best = GAZETTEER.named(name, state)[0]
    assert (best.name, best.state) == expected


@pytest.mark.parametrize(
    ("name", "state", "county"),
    [
        pytest.param("Chesapeake", "VA", "Chesapeake city", id="not Norfolk, whose ZIP is nearer"),
        pytest.param("Jackson", "NJ", "Ocean County", id="not Camden"),
        pytest.param("Troy", "NY", "Rensselaer County", id="not Albany"),
        pytest.param("Camden", "AR", "Ouachita County", id="not Calhoun"),
        pytest.param("Shelby", "MI", "Oceana County", id="not a ZIP of the name 180 miles away"),
        pytest.param("San Juan", "PR", "San Juan Municipio", id="a municipio"),
        pytest.param("Wheaton", "IL", "DuPage County", id="spelled as the county spells it"),
        pytest.param("Springfield", "OR", "Lane County", id="a ZIP that came without a county"),
    ],
)
def test_a_place_lies_in_its_county(name: str, state: str, county: str) -> None:
    assert county in {place.county for place in GAZETTEER.named(name, state)}


def test_a_city_and_a_neighborhood_of_one_name_both_stay() -> None:
    kinds = {place.kind for place in GAZETTEER.named("Brentwood", "CA")}
    assert kinds == {"city", "neighborhood"}


def test_austin_is_also_a_part_of_chicago() -> None:
    parts = [place for place in GAZETTEER.named("Austin", "IL") if place.within == "Chicago"]
    assert [place.county for place in parts] == ["Cook County"]


def test_neighborhoods_come_after_cities() -> None:
    kinds = [place.kind for place in GAZETTEER.named("bridgeport")]
    assert kinds == sorted(kinds)  # "city" before "neighborhood"


def test_a_zip_is_found_with_its_four_more_digits() -> None:
    found = GAZETTEER.by_zip("53206-1234")
    assert found is not None
    assert (found.name, found.state, found.county) == ("Milwaukee", "WI", "Milwaukee County")
    assert (found.zip, found.kind) == ("53206", "zip")


@pytest.mark.parametrize("code", ["00000", "99999", "", "5320", "abcde", "５３２０６"])
def test_what_is_no_zip_is_nowhere(code: str) -> None:
    assert GAZETTEER.by_zip(code) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("wisconsin", "WI", id="a name"),
        pytest.param("wi", "WI", id="small letters"),
        pytest.param("Wis.", "WI", id="an abbreviation"),
        pytest.param("WI", "WI", id="a code"),
        pytest.param("tejas", "TX", id="Spanish"),
        pytest.param("Nuevo México", "NM", id="Spanish with an accent"),
        pytest.param("D.C.", "DC", id="dots"),
        pytest.param("puerto rico", "PR", id="Puerto Rico"),
        pytest.param("atlantis", None, id="no state"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_state_is_known_however_it_is_written(written: str, code: str | None) -> None:
    assert GAZETTEER.state_of(written) == code


@pytest.mark.parametrize(
    ("typo", "name"),
    [
        ("milwakee", "Milwaukee"),
        ("albuqerque", "Albuquerque"),
        ("chicgo", "Chicago"),
        ("sacremento", "Sacramento"),
        ("philadelpha", "Philadelphia"),
        ("indianpolis", "Indianapolis"),
    ],
)
def test_a_misspelled_name_finds_its_place(typo: str, name: str) -> None:
    places, score = GAZETTEER.closest_name(typo)
    assert places[0].name == name
    assert 88 <= score < 100


@pytest.mark.parametrize("word", ["", "mobil", "dalas", "xqzwvkjh", "constructoin"])
def test_short_or_strange_words_are_no_typo(word: str) -> None:
    assert GAZETTEER.closest_name(word) == ([], 0.0)


def test_twin_cities_is_not_taken_for_tri_cities() -> None:
    places, _ = GAZETTEER.closest_name("twin cites")
    assert [place.name for place in places] == ["Twin Cities"]


@pytest.mark.parametrize(
    ("populations", "certain"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param([0], True, id="the only one"),
        pytest.param([1000, 100], True, id="ten times the next"),
        pytest.param([999, 100], False, id="a little less than ten times"),
        pytest.param([0, 0], False, id="two of unknown size"),
        pytest.param([90_000, 35_000], True, id="a city and a town: Duluth"),
        pytest.param([132_000, 47_000], False, id="two cities: Charleston"),
        pytest.param([280_000, 47_000], True, id="a large city and a small one: Madison"),
        pytest.param([650_000, 67_000], False, id="two that people mean: Portland"),
    ],
)
def test_a_much_larger_place_is_certain(populations: list[int], certain: bool) -> None:
    assert is_certain([a_place(population=people) for people in populations]) is certain


@pytest.mark.parametrize(
    ("city", "state", "zip_code", "expected"),
    [
        pytest.param("Milwaukee", "WI", None, "Milwaukee", id="city and state"),
        pytest.param("milwaukee", "wisconsin", None, "Milwaukee", id="a state in full"),
        pytest.param(None, None, "53206", "Milwaukee", id="a ZIP alone"),
        pytest.param("Milwakee", "WI", None, "Milwaukee", id="a typo"),
        pytest.param(None, "TX", None, "Texas", id="a state alone"),
        pytest.param("chicago", None, None, "Chicago", id="a city everyone means"),
        pytest.param("Springfield", None, None, None, id="one of many: not guessed"),
        pytest.param("Milwaukee", "HI", None, None, id="no such city in that state"),
        pytest.param(None, None, "00000", None, id="no such ZIP"),
        pytest.param(None, None, None, None, id="nothing said"),
    ],
)
def test_a_profile_place_is_resolved(
    city: str | None, state: str | None, zip_code: str | None, expected: str | None
) -> None:
    found = GAZETTEER.resolve(city, state, zip_code)
    assert (found.name if found else None) == expected


def test_a_region_knows_its_counties_and_states() -> None:
    (dmv,) = GAZETTEER.named("DMV")
    assert dmv.state == ""
    assert {place.state for place in GAZETTEER.members(dmv)} == {"DC", "MD", "VA"}
    assert GAZETTEER.members(a_place()) == ()


def test_distances_are_in_miles() -> None:
    milwaukee, chicago = GAZETTEER.named("milwaukee")[0], GAZETTEER.named("chicago")[0]
    assert miles_between(milwaukee, chicago) == pytest.approx(83, abs=1)


@given(st.text())
def test_no_name_breaks_the_gazetteer(name: str) -> None:
    GAZETTEER.named(name)
    GAZETTEER.by_zip(name)
    GAZETTEER.state_of(name)
    GAZETTEER.resolve(name, name, name)
