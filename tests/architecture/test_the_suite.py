"""The suite's own rules: nothing leaves the machine, and CI skips nothing."""

from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

from tests.lacking import lacking


@pytest.mark.filterwarnings("ignore:A test tried to use:UserWarning")
def test_a_test_cannot_reach_another_machine() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_test_can_reach_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as here:
        socket.create_connection(here.getsockname()[:2], timeout=1).close()


@pytest.mark.parametrize(
    ("ci", "outcome"),
    [
        pytest.param(None, pytest.skip.Exception, id="on somebody's machine: skipped"),
        pytest.param("false", pytest.skip.Exception, id="CI=false: skipped"),
        pytest.param("true", pytest.fail.Exception, id="CI=true: failed"),
    ],
)
def test_a_part_that_is_lacking_is_skipped_only_outside_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str | None, outcome: type[BaseException]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    if ci:
        monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="no moon"):
        lacking("no moon")
