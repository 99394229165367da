"""What Pathways consists of when it runs on one machine: its processes and what each is told."""

from __future__ import annotations

import os
import secrets
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cli.home import CHECKOUT
from cli.supervisor.part import Part
from cli.supervisor.ports import LOOPBACK, free_loopback_ports
from cli.supervisor.probe import states_of_parts
from cli.supervisor.supervisor import Plan, Step
from environments.plan import ENVIRONMENTS


@dataclass(frozen=True)
class Place:
    """Where a run serves and where it keeps its data."""

    home: Path
    host: str
    port: int


def plan_of(place: Place) -> Plan:
    """Lay out one run: web at once, actions after the databases, the bot after its model."""
    environ = _environ_of(place)
    app, bot = sys.executable, str(ENVIRONMENTS["bot"].interpreter)

    def part(name: str, *command: str) -> Part:
        return Part(name, command, environ, CHECKOUT, place.home / "log" / f"{name}.log")

    databases = part("databases", app, "-m", "cli", "migrate")
    training = part("training", bot, "-m", "bot.train")
    return Plan(
        first=part("web", app, "-m", "web"),
        steps=(
            Step(databases, "knowledge", "preparing", part("actions", app, "-m", "actions"), True),
            # A bot that cannot be trained anew still serves its last good model.
            Step(training, "bot", "training", part("bot", bot, "-m", "bot.serve"), False),
        ),
        ask=partial(states_of_parts, place.host, place.port),
    )


def _environ_of(place: Place) -> dict[str, str]:
    """Return what the parts are told. Bot and actions listen on loopback, behind one secret.

    A secret that was set is kept: something else may have to know it.
    """
    bot_port, actions_port = free_loopback_ports(2)
    # Without bytecode of our own modules every start would compile them anew.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "PATHWAYS_HOME": str(place.home),
        "PATHWAYS_HOST": place.host,
        "PATHWAYS_PORT": str(place.port),
        "PATHWAYS_BOT_URL": f"http://{LOOPBACK}:{bot_port}",
        "PATHWAYS_BOT_PORT": str(bot_port),
        "PATHWAYS_ACTIONS_URL": f"http://{LOOPBACK}:{actions_port}",
        "PATHWAYS_ACTIONS_PORT": str(actions_port),
        "PATHWAYS_SECRET": os.environ.get("PATHWAYS_SECRET") or secrets.token_urlsafe(32),
        "SANIC_HOST": LOOPBACK,
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
    }
