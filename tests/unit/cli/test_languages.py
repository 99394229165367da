"""Commands that answer in a language refuse one we do not speak, all in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.main import main


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["understand", "hola"], id="understand"),
        pytest.param(["match", "--age", "19"], id="match"),
        pytest.param(["insight"], id="insight"),
        pytest.param(["kb", "list"], id="kb list"),
        pytest.param(["kb", "show", "wrtp-big-step"], id="kb show"),
    ],
)
def test_a_language_nobody_speaks_here_is_refused(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--home", str(tmp_path), "--language", "zz"]) == 2
    assert capsys.readouterr().err == "--language zz: use en or es\n"


@pytest.mark.parametrize("text", ["", "  \t"])
def test_understand_wants_something_to_understand(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["understand", text]) == 2
    assert capsys.readouterr().err.startswith("Type what a person might say")
