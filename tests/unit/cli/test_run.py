"""`pathways run` before anything starts: one run at a time, on a port that is free."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from cli.main import main
from cli.parts import Place, plan_of
from cli.supervisor.only_one import only_one
from cli.supervisor.part import SupervisionFailed
from cli.supervisor.ports import free_loopback_ports


def run(home: Path, port: int) -> int:
    return main(["run", "--home", str(home), "--port", str(port)])


def test_a_taken_port_ends_the_run_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert run(tmp_path, port) == 2
    assert f"Port {port} on 127.0.0.1 is taken" in capsys.readouterr().err
    assert not (tmp_path / "log").exists()


def test_a_second_run_in_the_same_folder_is_told_of_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with only_one(tmp_path, "http://127.0.0.1:8000"):
        assert run(tmp_path, free_loopback_ports(1)[0]) == 2
    told = capsys.readouterr().err
    assert "already runs" in told
    assert "http://127.0.0.1:8000" in told


def test_a_run_that_ended_leaves_the_folder_free(tmp_path: Path) -> None:
    for _ in range(2):
        with (
            only_one(tmp_path, "here"),
            pytest.raises(SupervisionFailed),
            only_one(tmp_path, "there"),
        ):
            pytest.fail("two ran at once")


def test_parts_share_a_secret_that_every_run_makes_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PATHWAYS_SECRET", raising=False)
    plans = [plan_of(Place(tmp_path, "127.0.0.1", 8000)) for _ in range(2)]
    secrets = {plan.first.environ["PATHWAYS_SECRET"] for plan in plans}
    assert len(secrets) == 2
    assert all(len(secret) >= 32 for secret in secrets)
    shared = plans[0].first.environ
    assert all(step.then.environ == shared == step.part.environ for step in plans[0].steps)


def test_bot_and_actions_listen_on_loopback_only(tmp_path: Path) -> None:
    told = plan_of(Place(tmp_path, "0.0.0.0", 8000)).first.environ
    assert told["SANIC_HOST"] == "127.0.0.1"
    assert told["PATHWAYS_BOT_URL"] == f"http://127.0.0.1:{told['PATHWAYS_BOT_PORT']}"
    assert told["PATHWAYS_ACTIONS_URL"] == f"http://127.0.0.1:{told['PATHWAYS_ACTIONS_PORT']}"
    assert told["PATHWAYS_BOT_PORT"] != told["PATHWAYS_ACTIONS_PORT"]
    assert told["RASA_TELEMETRY_ENABLED"] == "false"
