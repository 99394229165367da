"""The root command: every name leads somewhere, and help is quick."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.main import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists_and_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"Usage: pathways {name}" in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown and each.summary in shown for name, each in COMMANDS.items())


def test_an_unknown_command_is_told_and_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish"]) == 2
    assert "no command “publish”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "port",
    [
        pytest.param("0", id="not a port"),
        pytest.param("65536", id="past the last port"),
        pytest.param("eight", id="no number"),
    ],
)
def test_a_port_that_cannot_be_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--port", port]) == 2
    assert "--port" in capsys.readouterr().err


def test_help_imports_no_command() -> None:
    code = "import sys; from cli.main import main; main(['--help']); print('typer' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "False"
