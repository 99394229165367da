"""A ZIP code and a city that are far apart are refused; those of one place are not."""

from __future__ import annotations

import pytest

import locales
from knowledge.whereabouts import require_one_place, told
from matching.profile import Location
from matching.profile_json import ProfileProblem
from places.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_a_zip_code_far_from_the_city_is_refused_by_name(gazetteer: Gazetteer) -> None:
    with pytest.raises(ProfileProblem) as refused:
        require_one_place(Location("Milwaukee", "WI", "90210"), gazetteer)
    assert refused.value.path == "location.zip"
    for language in locales.languages():
        said = told(refused.value, language)
        assert said.startswith("location.zip: ")
        assert "Beverly Hills, CA" in said and "Milwaukee, WI" in said


@pytest.mark.parametrize(
    "location",
    [
        Location("Milwaukee", "WI", "53205"),
        Location("Milwaukee", "WI", "53214"),  # West Allis, next door
        Location(None, None, "90210"),
        Location("Milwaukee", "WI", None),
        Location("Nowhereville", "WI", "90210"),
    ],
)
def test_one_place_is_taken(gazetteer: Gazetteer, location: Location) -> None:
    require_one_place(location, gazetteer)
