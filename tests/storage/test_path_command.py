"""`pathways path` against a published release, and what it says where there is no way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.path import app
from knowledge import setup


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    setup.prepare(folder)
    return folder


def run(home: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments, "--home", str(home)])
    return result.exit_code, result.stdout, result.stderr


def test_it_prints_the_way_as_json(home: Path) -> None:
    code, out, _ = run(home, "wrtp-big-step", "supervisor electrician", "--state", "wi", "--json")
    way = json.loads(out)["way"]
    assert code == 0
    assert [step["to"]["id"] for step in way["steps"]][-2:] == ["electrician/2", "electrician/3"]
    assert way["state"] == "WI"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["A step up", "Registered nurse", "a year across the country", "about 2 years"]),
     ("es", ["Un paso hacia arriba", "Enfermera", "al año en todo el país", "cerca de 2 años"])],
)  # fmt: skip
def test_people_read_steps_wages_and_numbered_sources(
    home: Path, language: str, words: list[str]
) -> None:
    code, out, _ = run(home, "cna", "registered nurse", "--language", language)
    assert code == 0
    assert all(word in out for word in [*words, "[1]"])


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("carpenter", "electrician foreman"), 1, "No source leads"),
        (("astronaut", "chef"), 2, "names no program and no job"),
        (("cook", "chef", "--state", "ZZ"), 2, "two letters"),
    ],
)
def test_what_cannot_be_is_told(
    home: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ended, _, error = run(home, *arguments)
    assert ended == code
    assert told in error


def test_where_nothing_is_published_it_says_what_to_run(tmp_path: Path) -> None:
    code, _, error = run(tmp_path, "cook", "chef")
    assert code == 3
    assert "pathways migrate" in error
