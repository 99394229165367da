"""A program's short name in a sentence: initials for the words they stand for, no brackets."""

from __future__ import annotations

import pytest

from knowledge.names import spoken_names
from tests.builders import a_program


@pytest.mark.parametrize(
    ("name", "short"),
    [
        pytest.param(
            "GM Automotive Service Educational Program (ASEP)", "GM ASEP", id="initials at the end"
        ),
        pytest.param(
            "Industrial Manufacturing Technician (IMT) apprenticeship",
            "IMT apprenticeship",
            id="initials amid the name",
        ),
        pytest.param(
            "Jobs for America's Graduates (JAG)",
            "Jobs for America's Graduates",
            id="initials alone tell too little",
        ),
        pytest.param("Lima Electrical JATC (IBEW Local 32)", "Lima Electrical JATC", id="brackets"),
        pytest.param("Truck driver (CDL) training", "Truck driver (CDL) training", id="amid"),
    ],
)
def test_a_long_name_gets_shorter(name: str, short: str) -> None:
    program = a_program(name={"en": name})
    assert spoken_names([program])[program.id] == {"en": short}


def test_initials_spelt_in_one_language_stand_in_the_other() -> None:
    name = {
        "en": "Industrial Manufacturing Technician (IMT) apprenticeship",
        "es": "Aprendizaje de técnico en manufactura industrial (IMT)",
    }
    program = a_program(name=name)
    assert spoken_names([program])[program.id]["es"] == "Aprendizaje IMT"


def test_two_programs_are_never_called_alike() -> None:
    names = ["Electrical JATC (Toledo)", "Electrical JATC (Dayton)"]
    programs = [a_program(id=name, name={"en": name}) for name in names]
    assert [words["en"] for words in spoken_names(programs).values()] == names
