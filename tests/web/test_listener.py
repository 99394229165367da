"""The operators' port is one of loopback; where it cannot be had the public part goes on."""

from __future__ import annotations

import logging
import socket

import httpx
import pytest
from starlette.responses import PlainTextResponse

from evaluation.product import free_port
from web.insight.listener import listening

APP = PlainTextResponse("figures")


def test_it_serves_this_machine_while_the_block_runs() -> None:
    port = free_port()
    with listening(APP, port) as served, httpx.Client(trust_env=False) as client:
        assert served
        assert client.get(f"http://127.0.0.1:{port}/").text == "figures"
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_a_port_that_is_taken_is_told_and_hinders_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held, caplog.at_level(logging.WARNING):
        port = held.getsockname()[1]
        with listening(APP, port) as served:
            assert not served
    assert str(port) in caplog.text
