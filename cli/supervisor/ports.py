"""Which ports are free on this machine."""

from __future__ import annotations

import socket

from cli.supervisor.part import SupervisionFailed

LOOPBACK = "127.0.0.1"


def require_free(host: str, port: int) -> None:
    """Raise `SupervisionFailed` when nobody could serve on this port, with what to do."""
    try:
        [(family, _, _, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family, socket.SOCK_STREAM) as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(address)
    except PermissionError as error:
        raise SupervisionFailed(
            f"Port {port} needs more rights than this user has. Take one above 1023: "
            "make run PORT=8000"
        ) from error
    except socket.gaierror as error:
        raise SupervisionFailed(f"“{host}” is no address of this machine.") from error
    except OSError as error:
        raise SupervisionFailed(
            f"Port {port} on {host} is taken by another program. End that program, or take "
            f"another port: make run PORT={port + 1 if port < 65_535 else 8000}"
        ) from error


def free_loopback_ports(count: int) -> list[int]:
    """Return ports that nobody uses now, all different."""
    held = [socket.create_server((LOOPBACK, 0)) for _ in range(count)]
    try:
        return [int(each.getsockname()[1]) for each in held]
    finally:
        for each in held:
            each.close()
