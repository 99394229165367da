"""`pathways reach` against a published release, and what it says to input that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.reach import app
from knowledge import setup

PEOPLE = [
    {"id": "a", "profile": {"age": 30, "location": {"city": "Milwaukee", "state": "WI"},
                            "education": {"level": "high_school"}}},
    {"id": "b", "profile": {"age": 30, "location": {"city": "Reno", "state": "NV"}}},
]  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    setup.prepare(folder)
    return folder


def run(home: Path, program: str, written: str, *options: str) -> tuple[int, str, str]:
    people = home / "people.jsonl"
    people.write_text(written, encoding="utf-8")
    result = CliRunner().invoke(app, [program, str(people), "--home", str(home), *options])
    return result.exit_code, result.stdout, result.stderr


def test_who_can_go_there_is_listed_and_who_lives_elsewhere_is_not(home: Path) -> None:
    written = "\n".join(map(json.dumps, PEOPLE))
    code, out, _ = run(home, "wrtp-big-step", written, "--json")
    assert code == 0
    assert [one["person"] for one in json.loads(out)] == ["a"]


@pytest.mark.parametrize(
    ("program", "written", "says"),
    [
        ("no-such-program", "", "holds no “no-such-program”"),
        ("wrtp-big-step", "not json", "people.jsonl:1"),
        ("wrtp-big-step", '{"id": "a", "profile": {"age": 999}}', "age"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(
    home: Path, program: str, written: str, says: str
) -> None:
    code, _, err = run(home, program, written)
    assert code == 2
    assert says in err
