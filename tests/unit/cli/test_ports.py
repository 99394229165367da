"""Ports: a taken one is told before anything is started."""

from __future__ import annotations

import socket

import pytest

from cli.supervisor.part import SupervisionFailed
from cli.supervisor.ports import free_loopback_ports, require_free
from cli.supervisor.probe import reachable


def test_a_taken_port_is_told_with_another_to_take() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SupervisionFailed, match=rf"Port {port} .* taken .* make run PORT="):
            require_free("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_told() -> None:
    with pytest.raises(SupervisionFailed, match="no address of this machine"):
        require_free("not an address", 8000)


def test_free_ports_are_free_and_differ() -> None:
    ports = free_loopback_ports(5)
    assert len(set(ports)) == 5
    for port in ports:
        require_free("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        pytest.param("0.0.0.0", "127.0.0.1", id="every address of IPv4"),
        pytest.param("::", "::1", id="every address of IPv6"),
        pytest.param("10.0.0.7", "10.0.0.7", id="one address"),
    ],
)
def test_a_server_is_asked_where_it_can_be_reached(host: str, address: str) -> None:
    assert reachable(host) == address
