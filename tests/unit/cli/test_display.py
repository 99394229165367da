"""What a run shows where there is no terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.display import PlainDisplay, TerminalDisplay, display_for
from cli.supervisor.status import Status


def test_without_a_terminal_each_change_is_one_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    display = display_for("http://127.0.0.1:8000")
    assert isinstance(display, PlainDisplay)
    status = Status(tmp_path / "status.json", display.told)
    for state in ("training", "training", "up"):
        status.tell("bot", state)
    display.ready(3.21)
    assert capsys.readouterr().out.splitlines() == [
        "bot: training",
        "bot: up",
        "Pathways is ready at http://127.0.0.1:8000 after 3.2 s",
    ]


def test_web_reads_the_states_while_they_change(tmp_path: Path) -> None:
    file = tmp_path / "run" / "status.json"
    status = Status(file, lambda name, state: None)
    assert json.loads(file.read_text()) == {"parts": {}}
    status.tell("bot", "training")
    assert json.loads(file.read_text()) == {"parts": {"bot": "training"}}
    assert not status.all_up()
    assert [each.name for each in file.parent.iterdir()] == ["status.json"]


def test_a_run_that_ended_says_of_nothing_that_it_is_up(tmp_path: Path) -> None:
    status = Status(tmp_path / "status.json", lambda name, state: None)
    status.tell("bot", "up")
    status.end()
    status.end()
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_shows_what_came_up_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    display = TerminalDisplay("http://127.0.0.1:8000")
    for state in ("starting", "up", "restarting"):
        display.told("bot", state)
    display.say("bot ended [exit]")
    display.ready(1.0)
    shown = capsys.readouterr().out
    assert "✓ bot" in shown
    assert "bot: restarting" in shown
    assert "bot ended [exit]" in shown
    assert "http://127.0.0.1:8000" in shown
