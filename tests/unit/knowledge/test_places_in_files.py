"""Places in content files are looked up: a slip would shut out everybody who lives there."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.content_files import load
from knowledge.home import SHIPPED
from places.gazetteer import Gazetteer
from tests.unit.knowledge.folders import a_folder, program_text

SERVES = "serves: {states: [WI]}"
SITE = "{city: Milwaukee, state: WI}"
AGE = "    start_at: 18"


def told_after(folder: Path, old: str, new: str) -> list[str]:
    text = program_text()
    assert old in text
    a_folder(folder, text.replace(old, new, 1))
    return [str(problem) for problem in load(folder, gazetteer=Gazetteer.open()).problems]


@pytest.mark.parametrize(
    ("old", "new", "field", "advice"),
    [
        pytest.param(SERVES, 'serves: {counties: ["Cooke, IL"]}', "serves.counties.0",
                     "did you mean `Cook, IL`?", id="a county nearly right"),
        pytest.param(SERVES, 'serves: {counties: ["Cook, IL", "Xyzzy, IL"]}', "serves.counties.1",
                     "write names with their state", id="a county like no other"),
        pytest.param(SERVES, 'serves: {cities: ["Chcago, IL"]}', "serves.cities.0",
                     "did you mean `Chicago, IL`?", id="a city nearly right"),
        pytest.param(SERVES, 'serves: {cities: ["Chicago, WY"]}', "serves.cities.0",
                     "did you mean `Chicago, IL`?", id="a city in another state"),
        pytest.param(SERVES, 'serves: {cities: ["Windy City, IL"]}', "serves.cities.0",
                     "did you mean `Chicago, IL`?", id="a nickname nobody is listed under"),
        pytest.param(AGE, '    cities: ["Milwakee, WI"]', "requirements.0.cities.0",
                     "did you mean `Milwaukee, WI`?", id="a rule's city"),
        pytest.param(AGE, '    counties_include: ["Milwakee, WI"]',
                     "requirements.0.counties_include.0",
                     "did you mean `Milwaukee, WI`?", id="a rule's county"),
        pytest.param("        min_grade: 10", '        counties: ["Milwakee, WI"]',
                     "requirements.1.any_of.1.counties.0",
                     "did you mean `Milwaukee, WI`?", id="a county in a group of rules"),
    ],
)  # fmt: skip
def test_an_area_that_is_not_on_the_map_keeps_its_file_out(
    tmp_path: Path, old: str, new: str, field: str, advice: str
) -> None:
    [told] = told_after(tmp_path, old, new)
    assert f", {field}: “" in told and advice in told
    assert load(tmp_path, gazetteer=Gazetteer.open()).content.programs == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(SERVES, 'serves: {counties: ["Cook, IL", "Cook County, IL"]}', id="counties"),
        pytest.param(SERVES, 'serves: {counties: ["Orleans, LA", "St. Louis, MO"]}', id="parish"),
        pytest.param(SERVES, 'serves: {cities: ["St. Paul, MN", "Saint Paul, MN"]}', id="saint"),
        pytest.param(SITE, "{city: Nowhereville, state: WI, lat: 43.1, lon: -88.1}", id="by hand"),
    ],
)  # fmt: skip
def test_a_place_on_the_map_is_no_problem(tmp_path: Path, old: str, new: str) -> None:
    assert told_after(tmp_path, old, new) == []


@pytest.mark.parametrize(
    ("city", "advice"),
    [("Milwakee", "did you mean `Milwaukee, WI`?"), ("Xyzzyplugh", "check the spelling")],
)
def test_a_site_that_is_not_on_the_map_is_a_warning(tmp_path: Path, city: str, advice: str) -> None:
    [told] = told_after(tmp_path, SITE, f"{{city: {city}, state: WI}}")
    assert "warning: sites.0: “" in told and advice in told


def test_every_place_that_ships_is_on_the_map() -> None:
    assert load(SHIPPED, gazetteer=Gazetteer.open()).problems == []
