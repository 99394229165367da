"""`pathways match` against a published release, and what it says to input that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.match import app
from knowledge import setup

MILWAUKEE = ["--age", "19", "--education", "some_high_school", "--grade", "10"]
MILWAUKEE += ["--city", "Milwaukee, WI", "--likes", "construction", "--limit", "3"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    setup.prepare(folder)
    return folder


def run(home: Path, *arguments: str, typed: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments, "--home", str(home)], input=typed)
    return result.exit_code, result.stdout, result.stderr


def test_options_make_a_profile_and_find_the_program_next_door(home: Path) -> None:
    code, out, _ = run(home, *MILWAUKEE, "--json")
    answer = json.loads(out)
    assert code == 0
    assert len(answer["matches"]) == 3
    best = answer["matches"][0]
    assert (best["program_id"], best["verdict"]) == ("wrtp-big-step", "likely")
    assert best["score"] == pytest.approx(sum(reason["points"] for reason in best["reasons"]))


def test_a_profile_comes_from_the_input_and_options_change_it(home: Path) -> None:
    profile = {"age": 19, "location": {"city": "Reno", "state": "NV"}}
    code, out, _ = run(home, *MILWAUKEE, "--profile", "-", "--json", typed=json.dumps(profile))
    assert code == 0
    assert json.loads(out)["matches"][0]["program_id"] == "wrtp-big-step"


@pytest.mark.parametrize("language", ["en", "es"])
def test_people_read_marks_and_reasons(home: Path, language: str) -> None:
    code, out, _ = run(home, *MILWAUKEE, "--fact", "veteran=no", "--language", language)
    assert code == 0
    assert "✓" in out and "?" in out and "(+0." in out


@pytest.mark.parametrize(
    ("language", "limit"), [("en", "For 4 people: $66,000"), ("es", "Para 4 personas: $66,000")]
)
def test_income_is_weighed_against_the_household(home: Path, language: str, limit: str) -> None:
    austin = ("--city", "Austin", "--state", "TX", "--likes", "healthcare", "--limit", "1")
    means = ("--income", "30000", "--household", "4")
    code, out, _ = run(home, *austin, *means, "--language", language)
    assert code == 0
    assert limit in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "typed", "says"),
    [
        pytest.param(["--age", "999"], None, "age: “999” does not fit", id="an age nobody has"),
        pytest.param(
            ["--age", "999", "--language", "es"],
            None,
            "age: “999” no sirve: usa un número entero de 5 a 120",
            id="an age nobody has, in Spanish",
        ),
        pytest.param(["--zip", "00000"], None, "location.zip: “00000”", id="no ZIP code"),
        pytest.param(
            ["--education", "in_high_school", "--grade", "14"],
            None,
            "education.grade: “14”",
            id="a grade no school has",
        ),
        pytest.param(
            ["--city", "Milwaukee", "--zip", "90210"],
            None,
            "location.zip: “90210” lies in Beverly Hills, CA, not in Milwaukee, WI",
            id="a city and a ZIP code that disagree",
        ),
        pytest.param(["--likes", "fun"], None, "interests.likes[0]", id="a sector nobody knows"),
        pytest.param(["--fact", "rich"], None, "facts.rich", id="a fact nobody knows"),
        pytest.param(["--language", "fr"], None, "--language fr", id="a language not spoken"),
        pytest.param(["--profile", "-"], "{", "could not be read as JSON", id="broken JSON"),
        pytest.param(
            ["--profile", "-"], "[" * 100_000, "could not be read", id="a pit of brackets"
        ),
        pytest.param(["--profile", "-"], "[]", "profile:", id="a list"),
        pytest.param(["--profile", "no-such-file"], None, "could not be read", id="no such file"),
    ],
)
def test_what_cannot_be_is_said_and_ends_with_two(
    home: Path, arguments: list[str], typed: str | None, says: str
) -> None:
    code, _, err = run(home, *arguments, typed=typed)
    assert code == 2
    assert says in err


def test_nothing_published_yet_says_what_to_run(tmp_path: Path) -> None:
    code, _, err = run(tmp_path, "--age", "19")
    assert code == 3
    assert "pathways migrate" in err
