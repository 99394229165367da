"""The bot's door opens to the shared secret only, whatever bytes are sent in its place."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.lacking import lacking

CHECKOUT = Path(__file__).resolve().parents[3]
BOT = CHECKOUT / ".venv-bot" / "bin" / "python"
KNOCKING = """
from bot import quiet
from bot.tensorflow_hook import SERVICES
quiet.prepare(leave_out=SERVICES)
import asyncio
from types import SimpleNamespace
from bot.channel import PathwaysInput, problem

async def inside(request):
    return problem(200, "inside")

door = PathwaysInput("the secret of the test", "model")._guarded(inside)
for sent in ("", "wrong", "\\udcff\\udce9", "\\ud800", "the secret of the test"):
    request = SimpleNamespace(headers={"X-Pathways-Secret": sent})
    print(asyncio.run(door(request)).status)
"""


@pytest.mark.slow
def test_only_the_secret_opens_the_door() -> None:
    if not BOT.exists():
        lacking("no bot environment: make install")
    done = subprocess.run(
        [str(BOT), "-c", KNOCKING], cwd=CHECKOUT, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == ["401", "401", "401", "401", "200"], done.stderr[-2000:]
