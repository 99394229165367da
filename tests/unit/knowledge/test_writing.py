"""What is written as files reads back as the same content, whatever it is."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from knowledge.content import Content
from knowledge.content_files import Loaded, load
from knowledge.content_files.complaints import shaped
from knowledge.content_files.folder_writing import write_folder
from knowledge.content_files.program_checks import faults_of
from knowledge.content_files.program_shape import ProgramShape
from knowledge.content_files.programs import programs_of
from knowledge.content_files.writing import filled_in, program_document
from knowledge.content_files.yaml_text import Written, read_yaml
from knowledge.content_files.yaml_writing import yaml_text
from knowledge.documents import encoded
from matching.program import Program
from tests.unit.knowledge import documents
from tests.unit.knowledge.folders import LADDER, a_folder, program_text

GUIDELINES = """\
year: 2026
contiguous: {first_usd: 15960, each_more_usd: 5680}
AK: {first_usd: 19950, each_more_usd: 7100}
HI: {first_usd: 18360, each_more_usd: 6530}
source: {title: "HHS", url: "https://example.org/hhs", as_of: "2026-01", kind: government}
"""


def read(document: dict[str, Any]) -> Program:
    shape, complaints = shaped(Written(document, {}), ProgramShape)
    assert shape is not None, complaints
    assert list(faults_of(shape)) == []
    return next(programs_of(shape, None))


@pytest.mark.slow
def test_all_that_ships_is_written_and_read_back(tmp_path: Path, shipped_files: Loaded) -> None:
    write_folder(shipped_files.content, tmp_path)
    again = load(tmp_path)
    assert again.problems == []
    assert again.content == shipped_files.content
    assert encoded(again.content) == encoded(shipped_files.content)  # no new release


@settings(max_examples=100, deadline=None)
@given(document=documents.programs)
def test_any_program_is_written_and_read_back(document: dict[str, Any]) -> None:
    program = read(document)
    written = program_document(program)
    assert read(written) == program
    said, complaints = read_yaml(yaml_text(written).encode())
    assert said is not None, complaints
    assert complaints == []
    assert said.value == written


@settings(max_examples=15, deadline=None)
@given(document=documents.programs)
def test_any_folder_is_written_and_read_back(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = a_folder(Path(folder) / "first", yaml_text(document), program_text())
        (first / "poverty.yml").write_text(GUIDELINES, encoding="utf-8")
        content = load(first).content
        write_folder(content, Path(folder) / "second")
        assert load(Path(folder) / "second").content == content


def test_a_ladder_that_was_chosen_is_written_and_one_that_follows_is_not(tmp_path: Path) -> None:
    content = load(a_folder(tmp_path)).content
    [program] = content.programs.values()
    assert program.ladder_ids == ("electrician",)
    assert "ladder_ids" not in program_document(program, filled_in(content))
    other = replace(program, ladder_ids=("nursing",))
    chosen = Content({other.id: other}, content.ladders)
    assert program_document(other, filled_in(chosen))["ladder_ids"] == ["nursing"]


def test_a_site_that_was_put_on_the_map_by_hand_keeps_its_place(tmp_path: Path) -> None:
    def locate(city: str, state: str, zip_code: str | None) -> tuple[float, float]:
        return 43.04, -87.92

    content = load(a_folder(tmp_path), locate).content
    [program] = content.programs.values()
    left = filled_in(content, locate)
    assert program_document(program, left)["sites"] == [{"city": "Milwaukee", "state": "WI"}]
    moved = replace(program, sites=(replace(program.sites[0], lat=43.1),))
    assert program_document(moved, left)["sites"][0]["lat"] == 43.1


def test_the_text_reads_as_an_operator_writes_it() -> None:
    document = {"id": "a", "name": {"en": "A: b", "es": "no"}, "sectors": ["x", "y"], "usd": 2.5}
    assert yaml_text(document) == (
        "id: a\nname:\n  en: 'A: b'\n  es: 'no'\nsectors: [x, y]\nusd: 2.5\n"
    )


def test_a_ladder_keeps_its_moves(tmp_path: Path) -> None:
    content = load(a_folder(tmp_path / "a")).content
    write_folder(content, tmp_path / "b")
    again = load(tmp_path / "b").content
    assert again.ladders == content.ladders
    assert again.ladders["electrician"].moves[1].typical_years == 4.5
    assert "typical_years: 4.5" in LADDER
