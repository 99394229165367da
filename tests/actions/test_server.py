"""The action server answers one caller, and gives nothing away when something fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serving import CHECKOUT, free_port

SECRET = "a-secret-of-these-tests"
PACKAGE = """
from rasa_sdk import Action

class Says(Action):
    def name(self):
        return "action_say"

    async def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(json_message={"heard": tracker.latest_message["text"]})
        return []

class Fails(Says):
    def name(self):
        return "action_fail"

    async def run(self, dispatcher, tracker, domain):
        raise ValueError(tracker.latest_message["text"])
"""
SERVE = "from actions import server, settings; server.serve(settings.ActionSettings(), 'small')"


def call(action: str) -> dict[str, Any]:
    """Build what Rasa sends for one action."""
    message = {"text": "my name is Zebediah", "intent": {"name": "greet"}, "entities": []}
    tracker = {"sender_id": "a", "slots": {}, "latest_message": message, "events": []}
    named = {"next_action": action, "sender_id": "a", "version": "3.6.21"}
    return {**named, "domain": {}, "tracker": {**tracker, "paused": False, "active_loop": {}}}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("actions") / "actions.log"


@pytest.fixture(scope="module")
def client(log: Path) -> Iterator[httpx.Client]:
    (log.parent / "small").mkdir()
    (log.parent / "small" / "__init__.py").write_text(PACKAGE)
    port = free_port()
    told = {"PATHWAYS_SECRET": SECRET, "PATHWAYS_ACTIONS_PORT": str(port)}
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=CHECKOUT,
            env={**os.environ, **told, "PYTHONPATH": f"{CHECKOUT}:{log.parent}"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    headers = {"X-Pathways-Secret": SECRET}
    url = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=5) as client:
            _wait_until_up(client, process)
            yield client
    finally:
        process.terminate()
        process.wait(10)


def _wait_until_up(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None, "the action server ended while it was starting"
        try:
            client.get("/health")
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the action server did not start in time")


def test_an_action_answers_the_one_who_knows_the_secret(client: httpx.Client) -> None:
    answer = client.post("/webhook", json=call("action_say"))
    assert answer.status_code == 200
    assert answer.json()["responses"][0]["custom"] == {"heard": "my name is Zebediah"}


@pytest.mark.parametrize("path", ["/webhook", "/actions"])
@pytest.mark.parametrize("secret", ["", "wrong", f"{SECRET}x"])
def test_without_the_secret_nothing_is_done(client: httpx.Client, path: str, secret: str) -> None:
    answer = client.request(
        "POST" if path == "/webhook" else "GET",
        path,
        content=json.dumps(call("action_say")),
        headers={"X-Pathways-Secret": secret},
    )
    assert answer.status_code == 401
    assert "Zebediah" not in answer.text


def test_a_secret_that_is_no_text_is_wrong(client: httpx.Client) -> None:
    headers = {b"X-Pathways-Secret": b"\xff\xfe\xe9"}
    answer = client.post("/webhook", json=call("action_say"), headers=headers)
    assert answer.status_code == 401


def test_whether_it_lives_is_no_secret(client: httpx.Client) -> None:
    assert client.get("/health", headers={"X-Pathways-Secret": ""}).json() == {"status": "ok"}


def test_no_other_site_may_read_an_answer(client: httpx.Client) -> None:
    headers = {"Origin": "https://elsewhere.example"}
    answer = client.post("/webhook", json=call("action_say"), headers=headers)
    assert "access-control-allow-origin" not in answer.headers


def test_a_failure_tells_nothing_of_what_was_said(client: httpx.Client, log: Path) -> None:
    answer = client.post("/webhook", json=call("action_fail"))
    assert answer.status_code == 500
    assert "Zebediah" not in answer.text
    assert "Zebediah" not in log.read_text()


def test_an_action_nobody_wrote_is_not_found(client: httpx.Client) -> None:
    assert client.post("/webhook", json=call("action_dance")).status_code == 404


@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"", 400, id="nothing"),
        pytest.param(b"{", 400, id="half a call"),
        pytest.param(b"[]", 400, id="a list"),
        pytest.param(b"{}", 400, id="no action named"),
        pytest.param(b"[" * 50_000, 400, id="deep nesting"),
        pytest.param(b"x" * 1_000_001, 413, id="too large"),
    ],
)
def test_a_malformed_call_is_refused(client: httpx.Client, content: bytes, status: int) -> None:
    answer = client.post("/webhook", content=content)
    assert answer.status_code == status
    assert "error" in answer.json()


def test_a_compressed_call_is_not_unpacked(client: httpx.Client) -> None:
    bomb = zlib.compress(b"0" * 50_000_000)
    answer = client.post("/webhook", content=bomb, headers={"Content-Encoding": "deflate"})
    assert answer.status_code == 415


def test_it_serves_from_one_process(client: httpx.Client, log: Path) -> None:
    """A supervisor that ends this process must not leave workers behind."""
    assert client.get("/health").status_code == 200
    assert "worker" not in log.read_text().lower()


def test_the_chosen_versions_do_not_warn_on_every_turn(client: httpx.Client, log: Path) -> None:
    client.post("/webhook", json=call("action_say"))
    assert "might not be compatible" not in log.read_text()
