"""A row and the document it stands for."""

from __future__ import annotations

import pytest

from knowledge.content_files import Loaded
from knowledge.content_files.writing import filled_in, program_document
from knowledge.importers.columns import COLUMNS
from knowledge.importers.flat import document_from, row_of


@pytest.mark.slow
def test_every_program_that_ships_is_the_same_after_its_row(shipped_files: Loaded) -> None:
    left = filled_in(shipped_files.content)
    for program in shipped_files.content.programs.values():
        document = program_document(program, left)
        row = row_of(document)
        assert document_from(row, document) == document
        for column in COLUMNS:
            cell = row[column.name]
            assert column.fits(cell) if cell else not column.needed, (program.id, column.name)


def test_a_simple_condition_is_written_changed_and_taken_away() -> None:
    new = document_from({"id": "x", "min_age": "18", "driver_license": "yes"}, None)
    assert [one["about"] for one in new["requirements"]] == ["age", "license"]
    older = document_from({"id": "x", "min_age": "21"}, new)
    assert older["requirements"][0]["text"] == {"en": "21 or older", "es": "21 años o más"}
    bare = document_from({"id": "x", "min_age": "", "driver_license": ""}, new)
    assert bare == {"id": "x"}


def test_a_condition_that_says_more_is_not_shown_and_stays() -> None:
    rule = {"about": "age", "start_at": 18, "in_states": ["WI"], "text": {"en": "18"}, "source": 0}
    document = {"id": "x", "requirements": [rule]}
    assert row_of(document)["min_age"] == ""
    assert document_from(row_of(document), document) == document


def test_an_emptied_cell_takes_its_value_away_and_leaves_the_rest() -> None:
    document = {"id": "x", "cost": {"text": {"en": "Free"}, "usd": 0, "source": 2}}
    assert document_from({"id": "x", "cost_usd": ""}, document)["cost"] == {
        "text": {"en": "Free"},
        "source": 2,
    }
    assert "cost" not in document_from({"id": "x", "cost_usd": "", "cost_en": ""}, document)
