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
