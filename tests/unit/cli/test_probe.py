"""Asking web which parts are ready, whatever it answers."""

from __future__ import annotations

import asyncio

import pytest

from cli.supervisor.ports import free_loopback_ports
from cli.supervisor.probe import states_of_parts


async def asked(answer: bytes) -> dict[str, str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        return await states_of_parts("127.0.0.1", server.sockets[0].getsockname()[1])


@pytest.mark.parametrize(
    ("answer", "states"),
    [
        pytest.param(
            b'HTTP/1.1 503 X\r\nA: b\r\n\r\n{"parts": {"web": "up", "bot": "training"}}',
            {"web": "up", "bot": "training"},
            id="some parts are not up",
        ),
        pytest.param(b"HTTP/1.1 500 X\r\n\r\nOops", {}, id="no JSON"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n[]", {}, id="another shape"),
        pytest.param(b"", {}, id="nothing"),
    ],
)
def test_web_tells_the_state_of_each_part(answer: bytes, states: dict[str, str]) -> None:
    assert asyncio.run(asked(answer)) == states


def test_a_web_that_is_not_there_has_no_states() -> None:
    [port] = free_loopback_ports(1)
    assert asyncio.run(states_of_parts("127.0.0.1", port)) == {}
