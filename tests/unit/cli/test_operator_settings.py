"""A setting that cannot be used is told in one sentence, before or instead of a run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from cli.operator_settings import WrongSetting, require_settings
from cli.parts import Place, plan_of
from tests.unit.cli.toys import CHECKOUT
from tests.unit.knowledge.folders import a_folder

SECRET = "a secret of sixteen or more"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("CONTENT", "/nonexistent", "is “/nonexistent”", id="no such folder"),
        pytest.param("SECRET", "fifteen letters", "at least 16", id="a short secret"),
        pytest.param("SECRET", "contraseña-de-más", "plain characters", id="no header holds it"),
        pytest.param("CONVERSATIONS_URL", "garbage", "is “garbage”", id="no address"),
        pytest.param("KNOWLEDGE_URL", "mango://here/x", "is “mango://here/x”", id="no database"),
        pytest.param("KNOWLEDGE_URL", "mango://me:hush@here/x", "“mango://…@here/x”", id="hush"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_value(
    name: str, value: str, said: str
) -> None:
    with pytest.raises(WrongSetting, match=f"^PATHWAYS_{name} ") as told:
        require_settings({f"PATHWAYS_{name}": value})
    assert said in str(told.value)
    assert "hush" not in str(told.value)


def test_settings_that_can_be_used_are_left_alone(tmp_path: Path) -> None:
    require_settings(
        {
            "PATHWAYS_CONTENT": str(tmp_path),
            "PATHWAYS_SECRET": SECRET,
            "PATHWAYS_KNOWLEDGE_URL": f"sqlite:///{tmp_path}/k.sqlite3",
            "PATHWAYS_CONVERSATIONS_URL": "",
        }
    )


def test_a_run_with_a_wrong_setting_starts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATHWAYS_CONTENT", "/nonexistent")
    assert main(["run", "--home", str(tmp_path / "home")]) == 2
    assert capsys.readouterr().err == (
        "PATHWAYS_CONTENT is “/nonexistent”, and there is no such folder.\n"
    )
    assert not (tmp_path / "home").exists()


def test_a_secret_that_was_set_is_what_the_parts_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path, "127.0.0.1", 8000)
    monkeypatch.setenv("PATHWAYS_SECRET", SECRET)
    assert plan_of(place).first.environ["PATHWAYS_SECRET"] == SECRET
    monkeypatch.delenv("PATHWAYS_SECRET")
    made = [plan_of(place).first.environ["PATHWAYS_SECRET"] for _ in range(2)]
    assert len(set(made)) == 2
    assert min(map(len, made)) >= 16


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_data_folder_that_is_a_file_is_told(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "home"
    file.write_text("x", encoding="utf-8")
    assert main([command, "--home", str(file)]) == 2
    assert f"The data folder “{file}” cannot be used" in capsys.readouterr().err


def test_migrate_with_no_address_of_a_database_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATHWAYS_CONVERSATIONS_URL", "garbage")
    assert main(["migrate", "--home", str(tmp_path)]) == 2
    assert "PATHWAYS_CONVERSATIONS_URL is “garbage”" in capsys.readouterr().err


def test_migrate_says_when_a_database_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATHWAYS_CONTENT", str(a_folder(tmp_path / "content")))
    monkeypatch.setenv("PATHWAYS_CONVERSATIONS_URL", f"sqlite:///{tmp_path}/no/such/folder.db")
    assert main(["migrate", "--home", str(tmp_path / "home")]) == 1
    assert "conversations database does not answer" in capsys.readouterr().err


def test_what_is_made_is_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATHWAYS_CONTENT", str(a_folder(tmp_path / "content")))
    home = tmp_path / "new" / "home"
    assert main(["migrate", "--home", str(home)]) == 0
    made = [home, *home.rglob("*")]
    assert {"knowledge.sqlite3", "conversations.sqlite3", "current"} <= {one.name for one in made}
    assert [str(one) for one in made if one.stat().st_mode & 0o077] == []


@pytest.mark.slow
@pytest.mark.parametrize("part", ["web", "actions"])
@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param({}, "PATHWAYS_SECRET is not set.", id="no secret"),
        pytest.param({"PATHWAYS_SECRET": "hush"}, "PATHWAYS_SECRET cannot be used", id="short"),
    ],
)
def test_a_part_without_its_secret_says_so_and_that_it_is_no_use_to_try_again(
    part: str, told: dict[str, str], said: str
) -> None:
    ended = _started(part, told)
    assert (ended.returncode, ended.stderr.startswith(said)) == (78, True)
    assert "hush" not in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("web", "MESSAGES_PER_MINUTE", "abc"),
        ("web", "DEADLINE_S", "0"),
        ("web", "RETENTION_DAYS", "0"),
        ("web", "SECURE_COOKIES", "maybe"),
        ("actions", "ACTIONS_PORT", "0"),
    ],
)
def test_a_part_names_a_setting_it_cannot_use(part: str, name: str, value: str) -> None:
    ended = _started(part, {"PATHWAYS_SECRET": SECRET, f"PATHWAYS_{name}": value})
    [line] = ended.stderr.splitlines()
    assert ended.returncode == 78
    assert line.startswith(f"PATHWAYS_{name} is “{value}”, which cannot be used: it should be ")


def _started(part: str, told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PATHWAYS_")}
    command = [sys.executable, "-m", part]
    return subprocess.run(
        command, cwd=CHECKOUT, env={**kept, **told}, capture_output=True, text=True, timeout=60
    )
