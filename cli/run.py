"""`pathways run`: serves web, bot and actions together until Ctrl-C."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from cli.display import display_for
from cli.home import DEFAULT_HOME, HomeUnusable, made
from cli.operator_settings import WrongSetting, require_settings
from cli.parts import Place, plan_of
from cli.supervisor import make
from cli.supervisor.only_one import only_one
from cli.supervisor.part import SupervisionFailed
from cli.supervisor.ports import require_free
from cli.supervisor.probe import reachable
from cli.supervisor.status import Status
from cli.supervisor.supervisor import Display, Supervisor

app = typer.Typer(add_completion=False)


@app.command()
def run(
    port: Annotated[
        int, typer.Option(envvar="PATHWAYS_PORT", min=1, max=65_535, help="The port to serve.")
    ] = 8000,
    host: Annotated[
        str, typer.Option(envvar="PATHWAYS_HOST", help="The address to serve on.")
    ] = "127.0.0.1",
    home: Annotated[
        Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")
    ] = DEFAULT_HOME,
) -> None:
    """Start web, bot and actions, restart what dies, and end all three with one Ctrl-C."""
    make.end_with_it()
    try:
        require_settings()
        raise typer.Exit(serve(Place(made(home.resolve()), host, port)))
    except (SupervisionFailed, WrongSetting, HomeUnusable) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from problem


def serve(place: Place) -> int:
    """Run everything; 0 after a signal. Raises `SupervisionFailed` before anything is started."""
    shown = reachable(place.host)
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{place.port}"
    with only_one(place.home, address):
        require_free(place.host, place.port)
        display = display_for(address)
        status = Status(place.home / "run" / "status.json", display.told)
        try:
            return asyncio.run(_supervise(place, status, display))
        finally:
            status.end()
            display.close()


async def _supervise(place: Place, status: Status, display: Display) -> int:
    supervisor = Supervisor(plan_of(place), status, display)
    watching = asyncio.create_task(make.when_interrupted(supervisor.end))
    try:
        return await supervisor.run()
    finally:
        watching.cancel()
