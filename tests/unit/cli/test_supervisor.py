"""The supervisor with real processes: what it starts, restarts and never leaves behind."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from cli.supervisor.part import Patience
from tests.unit.cli.toys import alive, all_up, processes, states, supervised, until


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "kind"),
    [
        pytest.param(signal.SIGINT, "docile", id="Ctrl-C"),
        pytest.param(signal.SIGTERM, "docile", id="SIGTERM"),
        pytest.param(signal.SIGHUP, "docile", id="the terminal is closed"),
        pytest.param(signal.SIGTERM, "stubborn", id="SIGTERM, parts that will not hear it"),
    ],
)
def test_one_signal_ends_every_part_and_leaves_no_process(
    tmp_path: Path, number: signal.Signals, kind: str
) -> None:
    with supervised(tmp_path, kind) as run:
        until(lambda: all_up(tmp_path))
        run.send_signal(number)
        assert run.wait(timeout=5) == 0
    assert len(processes(tmp_path)) == 6
    assert not any(map(alive, processes(tmp_path)))


@pytest.mark.slow
def test_a_second_signal_does_not_wait_for_stubborn_parts(tmp_path: Path) -> None:
    with supervised(tmp_path, "stubborn", grace_s=60) as run:
        assert run.stdout
        until(lambda: all_up(tmp_path))
        run.send_signal(signal.SIGINT)
        assert "Ending …\n" in iter(run.stdout.readline, "")
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=5) == 0
    assert not any(map(alive, processes(tmp_path)))


@pytest.mark.slow
def test_a_killed_supervisor_leaves_no_process(tmp_path: Path) -> None:
    with supervised(tmp_path) as run:
        until(lambda: all_up(tmp_path))
        run.kill()
        run.wait(timeout=5)
        until(lambda: not any(map(alive, processes(tmp_path))))


@pytest.mark.slow
def test_a_part_that_dies_is_started_again_and_its_workers_go_with_it(tmp_path: Path) -> None:
    pids = tmp_path / "bot.pids"
    with supervised(tmp_path) as run:
        until(lambda: all_up(tmp_path))
        first, worker = map(int, pids.read_text().split())
        os.kill(first, signal.SIGKILL)
        until(lambda: len(pids.read_text().splitlines()) == 2)
        assert not alive(worker)
        until(lambda: all_up(tmp_path))
        run.terminate()
        said = run.communicate(timeout=5)[0]
    assert "bot ended (signal 9); again in 0.05 s" in said
    assert "    bot is here" in said  # the last it printed, so that nobody has to look for it


def test_preparing_that_fails_ends_the_run_and_says_why(tmp_path: Path) -> None:
    broken = "import sys; print('no such table'); sys.exit(3)"
    with supervised(tmp_path, migration=broken) as run:
        assert run.wait(timeout=5) == 1
        said = run.communicate()[0]
    assert "databases failed (exit code 3):\n    no such table" in said
    assert not any(map(alive, processes(tmp_path)))


def test_a_part_that_refuses_its_settings_ends_the_run_with_its_sentence(tmp_path: Path) -> None:
    with supervised(tmp_path, "refusing") as run:
        assert run.wait(timeout=5) == 2
        said = run.communicate()[0]
    assert "\nPATHWAYS_COLOR is “mauve”.\n" in f"\n{said}"
    assert "again in" not in said
    assert not any(map(alive, processes(tmp_path)))


@pytest.mark.slow
def test_web_starts_first_and_others_say_what_they_wait_for(tmp_path: Path) -> None:
    slow = "import time; time.sleep(30)"
    with supervised(tmp_path, migration=slow):
        until(lambda: states(tmp_path).get("bot") == "up")
        assert states(tmp_path) == {
            "web": "up",
            "bot": "up",
            "knowledge": "preparing",
            "actions": "starting",
        }
        assert not (tmp_path / "actions.pids").exists()


@pytest.mark.parametrize(
    ("deaths", "seconds"),
    [
        pytest.param(1, 0.5, id="the first death: soon"),
        pytest.param(4, 4.0, id="each doubles the wait"),
        pytest.param(7, 30.0, id="up to the longest"),
        pytest.param(5000, 30.0, id="after a night of dying, too"),
    ],
)
def test_restarts_wait_longer_each_time(deaths: int, seconds: float) -> None:
    assert Patience().delay_s(deaths) == seconds
