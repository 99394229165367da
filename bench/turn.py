"""The whole turn, and the bot's memory, start and training, beside stock Rasa."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from bench.measuring import (
    Launch,
    Server,
    free_port,
    kept,
    machine,
    median_ms,
    memory_mb,
    p95_ms,
    started,
    timed,
)

CHECKOUT = Path(__file__).resolve().parent.parent
STOCK_RASA = CHECKOUT / ".venv-bench" / "bin" / "rasa"
BOT_PYTHON = CHECKOUT / ".venv-bot" / "bin" / "python"
ROUNDS, TALKS_A_ROUND, WARM_UP = 6, 5, 10
LONG_TALK = 152  # turns: whole rounds of the script, to past the 150th
SCRIPT = (
    "hey there",
    "im 19 and left school after 10th grade",
    "i live in milwaukee",
    "i like working with my hands",
    "how much does it pay",
    "what do i need to get in",
    "thanks",
    "actually i finished 11th grade",
)


def said(turn: int) -> str:
    """Return the message of a turn; both sides hear the same ones."""
    return SCRIPT[turn % len(SCRIPT)]


def answers(client: httpx.Client, address: str) -> bool:
    """Tell whether an address answers 200."""
    try:
        return client.get(address, timeout=1).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


@contextmanager
def stock() -> Iterator[tuple[httpx.Client, Server, float]]:
    """Train and serve what `rasa init` makes, untouched, with no custom action."""
    environ = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "SANIC_HOST": "127.0.0.1"}
    rasa = str(STOCK_RASA)
    with tempfile.TemporaryDirectory() as folder:
        init = [rasa, "init", "--no-prompt", "--init-dir", folder]  # which trains as well
        made = partial(
            subprocess.run, init, cwd=folder, env=environ, check=True, capture_output=True
        )
        train_s = timed(made)
        port = free_port()
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            command = [rasa, "run", "-i", "127.0.0.1", "-p", str(port), "--enable-api"]
            launch = Launch(command, Path(folder), environ, lambda: answers(client, "/status"))
            server = started(launch)
            try:
                yield client, server, train_s
            finally:
                server.end()


@contextmanager
def ours() -> Iterator[tuple[httpx.Client, Path]]:
    """Serve the whole product: web, bot and actions."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environ = {
            **os.environ,
            "PATHWAYS_HOME": folder,
            "PATHWAYS_MESSAGES_PER_MINUTE": "1000000",
        }
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            command = [sys.executable, "-m", "cli", "run", "--port", str(port)]
            ready = lambda: answers(client, "/api/v1/ready")  # noqa: E731
            server = started(Launch(command, CHECKOUT, environ, ready))
            try:
                yield client, Path(folder)
            finally:
                server.end()


class StockTalk:
    """One conversation with stock Rasa."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._sender = secrets.token_hex(8)

    def turn(self, turn: int) -> None:
        """Send one message."""
        body = {"sender": self._sender, "message": said(turn)}
        self._client.post("/webhooks/rest/webhook", json=body).raise_for_status()


class OwnTalk:
    """One talk with our product."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._session: str | None = None

    def turn(self, turn: int) -> None:
        """Send one message and require a real answer."""
        body = {"message": said(turn)} | ({"session": self._session} if self._session else {})
        response = self._client.post("/api/v1/chat", json=body)
        response.raise_for_status()
        answer = response.json()
        if not answer["messages"] or answer.get("unavailable"):
            raise SystemExit("a turn was not answered")
        self._session = answer["session"]


def talked(talk: StockTalk | OwnTalk, turns: int) -> list[float]:
    """Hold a talk; return the seconds of each turn."""
    return [timed(partial(talk.turn, turn)) for turn in range(turns)]


def compared(theirs: httpx.Client, own: httpx.Client) -> dict[str, Any]:
    """Hold short talks with both, ABBA, so that both sides meet the same noise."""
    begin: dict[str, Callable[[], StockTalk | OwnTalk]] = {
        "stock": partial(StockTalk, theirs),
        "ours": partial(OwnTalk, own),
    }
    times: dict[str, list[float]] = {side: [] for side in begin}
    for side in begin:
        talked(begin[side](), WARM_UP)
    for round_ in range(ROUNDS):
        for side in sorted(begin, reverse=round_ % 2 == 0):
            for _ in range(TALKS_A_ROUND):
                times[side] += talked(begin[side](), len(SCRIPT))
    medians = {side: round(median_ms(spent), 2) for side, spent in times.items()}
    return {
        "median_ms": medians,
        "p95_ms": {side: round(p95_ms(spent), 2) for side, spent in times.items()},
        "ratio": round(medians["ours"] / medians["stock"], 3),
    }


def flatness(client: httpx.Client) -> dict[str, Any]:
    """Hold one long talk; compare its last turns with its early ones, the same messages in both."""
    spent = talked(OwnTalk(client), LONG_TALK)
    early, late = spent[len(SCRIPT) : 4 * len(SCRIPT)], spent[-3 * len(SCRIPT) :]
    return {
        "early_median_ms": round(median_ms(early), 2),
        "late_median_ms": round(median_ms(late), 2),
        "ratio": round(median_ms(late) / median_ms(early), 3),
    }


def bot_alone() -> dict[str, float]:
    """Start the bot by itself: time to ready, and memory after some fifty messages."""
    port, secret = free_port(), "bench-" + "x" * 26
    environ = {
        **os.environ,
        "PATHWAYS_HOME": str(CHECKOUT / "var"),
        "PATHWAYS_BOT_PORT": str(port),
        "PATHWAYS_ACTIONS_URL": "http://127.0.0.1:9",
        "PATHWAYS_SECRET": secret,
        "RASA_TELEMETRY_ENABLED": "false",
    }
    url, headers = f"http://127.0.0.1:{port}", {"X-Pathways-Secret": secret}
    with httpx.Client(base_url=url, headers=headers, timeout=30) as client:
        command = [str(BOT_PYTHON), "-m", "bot.serve"]
        ready = lambda: answers(client, "/webhooks/pathways/ready")  # noqa: E731
        server = started(Launch(command, CHECKOUT, environ, ready))
        try:
            for turn in range(50):
                state = {"today": time.strftime("%Y-%m-%d")}
                body = {"sender": "bench", "text": said(turn), "state": state}
                client.post("/webhooks/pathways/parse", json=body).raise_for_status()
            return {"ready_s": server.ready_s, "memory_mb": memory_mb(server.process.pid)}
        finally:
            server.end()


def retrained() -> float:
    """Seconds of a training from nothing, into a folder of its own."""
    command = [str(BOT_PYTHON), "-m", "bot.train", "--force"]
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "PATHWAYS_HOME": home}
        return timed(lambda: subprocess.run(command, cwd=CHECKOUT, env=environ, check=True))


def main() -> None:
    """Measure everything and keep the figures."""
    if not STOCK_RASA.exists():
        raise SystemExit("stock Rasa is not installed: make bench installs it")
    about = machine()
    train_s = retrained()
    bot = bot_alone()
    with stock() as (theirs, server, stock_train_s), ours() as (own, _):
        turns = compared(theirs, own)
        flat = flatness(own)
        stock_memory = memory_mb(server.process.pid)
    kept(
        "turn",
        {
            "measured_on": time.strftime("%Y-%m-%d"),
            "machine": about,
            "turn": turns,
            "flat_to_turn_150": flat,
            "bot_memory_mb": {
                "stock": round(stock_memory),
                "ours": round(bot["memory_mb"]),
                "ratio": round(bot["memory_mb"] / stock_memory, 3),
            },
            "bot_ready_s": {
                "stock": round(server.ready_s, 1),
                "ours": round(bot["ready_s"], 1),
                "ratio": round(bot["ready_s"] / server.ready_s, 3),
            },
            "train_s": {"stock": round(stock_train_s, 1), "ours": round(train_s, 1)},
        },
    )


if __name__ == "__main__":
    main()
