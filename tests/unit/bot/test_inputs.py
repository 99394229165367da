"""The model is trained again when, and only when, something it is made from changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import inputs

VERSIONS = ("rasa 3.6.21",)


@pytest.fixture
def copy(tmp_path: Path, checkout: Path) -> Path:
    for path in inputs.files_in(checkout):
        target = tmp_path / path.relative_to(checkout)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return tmp_path


def test_the_same_inputs_hash_the_same_anywhere(copy: Path, checkout: Path) -> None:
    assert inputs.hash_of(copy, VERSIONS) == inputs.hash_of(checkout, VERSIONS)


@pytest.mark.parametrize(
    "name",
    [
        "bot/config.yml",
        "bot/domain/pay.yml",
        "bot/rules/pay.yml",
        "bot/components/reading.py",
        "data/nlu/es/pay.yml",
        "understanding/folding.py",
    ],
)
def test_a_changed_input_trains_again(copy: Path, name: str) -> None:
    before = inputs.hash_of(copy, VERSIONS)
    with (copy / name).open("a") as file:
        file.write("\n")
    assert inputs.hash_of(copy, VERSIONS) != before


def test_a_new_language_trains_again(copy: Path) -> None:
    before = inputs.hash_of(copy, VERSIONS)
    (copy / "data/nlu/pt").mkdir()
    (copy / "data/nlu/pt/pay.yml").write_text('version: "3.1"\n')
    assert inputs.hash_of(copy, VERSIONS) != before


def test_a_file_under_another_name_trains_again(copy: Path) -> None:
    before = inputs.hash_of(copy, VERSIONS)
    (copy / "bot/rules/pay.yml").rename(copy / "bot/rules/wages.yml")
    assert inputs.hash_of(copy, VERSIONS) != before


def test_another_version_of_rasa_trains_again(copy: Path) -> None:
    assert inputs.hash_of(copy, ("rasa 3.6.22",)) != inputs.hash_of(copy, VERSIONS)


def test_a_new_place_or_nickname_needs_no_training(copy: Path) -> None:
    before = inputs.hash_of(copy, VERSIONS)
    vocabulary = copy / "understanding" / "vocabulary" / "en"
    vocabulary.mkdir(parents=True, exist_ok=True)
    (vocabulary / "nicknames.yml").write_text("killeroo: Milwaukee\n")
    assert inputs.hash_of(copy, VERSIONS) == before
