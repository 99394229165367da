"""What can be true of nobody is told apart from what was not understood."""

from __future__ import annotations

import pytest

from understanding.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("im 999 years old", "age"),
        ("tengo 450 años", "age"),
        ("i finished grade 14", "education"),
        ("terminé el grado 15", "education"),
        ("my zip is 00000", "location"),
        ("my zip is 99999", "location"),
        ("zip code 1234", "location"),
        ("mi código postal es 00001", "location"),
        ("im a 13th grader", "education"),
    ],
)
def test_a_value_nobody_can_have_is_named_and_not_kept(
    reader: Reader, text: str, field: str
) -> None:
    reading = reader.read(text)
    assert [(one.field, one.choices) for one in reading.ambiguous] == [(field, ())]
    assert reading.delta == {}


@pytest.mark.parametrize(
    "text", ["i make 1500 a week", "class of 2024", "born in 1998", "i have 400 hours", "im 19"]
)
def test_other_numbers_are_left_alone(reader: Reader, text: str) -> None:
    assert reader.read(text).ambiguous == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("i live in milwaukee 90210", [("Milwaukee", None), ("Beverly Hills", "90210")]),
        ("i live in 90210, milwaukee", [("Milwaukee", None), ("Beverly Hills", "90210")]),
        (
            "vivo en milwaukee, mi codigo postal es 90210",
            [("Milwaukee", None), ("Beverly Hills", "90210")],
        ),
    ],
)
def test_a_city_and_a_zip_code_far_apart_are_both_offered(
    reader: Reader, text: str, places: list[tuple[str, str | None]]
) -> None:
    reading = reader.read(text)
    [torn] = reading.ambiguous
    assert [(one["city"], one["zip"]) for one in torn.choices] == places
    assert "location" not in reading.delta


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("milwaukee 53205", "Milwaukee"),
        ("from chicago, now in 53205", "Milwaukee"),
        ("my zip is 12345 but i work in chicago", "Schenectady"),
        ("my cousin lives in chicago, im in 53205", "Milwaukee"),
        ("waukesha, zip 53205", "Milwaukee"),
    ],
)
def test_a_zip_code_near_by_or_another_place_is_no_contradiction(
    reader: Reader, text: str, city: str
) -> None:
    reading = reader.read(text)
    assert reading.ambiguous == ()
    assert reading.delta["location"]["city"] == city
