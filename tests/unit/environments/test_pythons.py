"""Finding a Python: whole ones only, pyenv's own folder before its shims."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from environments import pythons
from environments.plan import ENVIRONMENTS
from environments.problems import SetUpFailed
from environments.pythons import fits, python_for, version_of

BOT, APP = ENVIRONMENTS["bot"], ENVIRONMENTS["app"]


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def python_310(file: Path) -> Path:
    return script(file, "echo 3 10")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a machine on which uv finds and fetches nothing."""
    nothing = subprocess.CompletedProcess([], 1, "", "no network")
    monkeypatch.setattr(pythons, "uv", lambda *arguments: nothing)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    return tmp_path


def test_this_python_is_whole() -> None:
    assert version_of(sys.executable) == sys.version_info[:2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "echo 'pyenv: version 3.11 is not installed' >&2; exit 1", id="a refusing shim"
        ),
        pytest.param("echo No module named _ssl >&2; exit 1", id="built without TLS"),
    ],
)
def test_a_python_that_does_not_run_has_no_version(tmp_path: Path, text: str) -> None:
    assert version_of(script(tmp_path / "python3.10", text)) is None


def test_a_file_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert version_of(tmp_path / "python3.10") is None


@pytest.mark.parametrize(
    ("version", "for_bot", "for_app"),
    [
        pytest.param((3, 10), True, False, id="3.10: the bot's, too old for the app"),
        pytest.param((3, 11), False, True, id="3.11: the app's, too new for Rasa"),
        pytest.param((3, 13), False, True, id="3.13: the app takes newer ones"),
        pytest.param(None, False, False, id="none at all"),
    ],
)
def test_the_bot_wants_one_python_and_the_app_that_or_newer(
    version: tuple[int, int] | None, for_bot: bool, for_app: bool
) -> None:
    assert fits(BOT, version) is for_bot
    assert fits(APP, version) is for_app


def test_pyenvs_own_python_is_found_where_its_shim_refuses(bare: Path) -> None:
    script(bare / "bin" / "python3.10", "exit 1")
    own = python_310(bare / ".pyenv" / "versions" / "3.10.13" / "bin" / "python3.10")
    assert python_for(BOT) == own


def test_a_python_on_the_path_is_found(bare: Path) -> None:
    on_path = python_310(bare / "bin" / "python3.10")
    assert python_for(BOT) == on_path


def test_without_any_python_it_is_said_what_to_run(bare: Path) -> None:
    with pytest.raises(SetUpFailed, match=r"(?s)no network.*pyenv install 3\.10"):
        python_for(BOT)
