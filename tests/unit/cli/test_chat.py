"""`pathways chat` against servers that are not the guide, or refuse what is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from cli.chat import app

ANSWER = {
    "session": "s",
    "messages": [{"type": "text", "text": "Hello."}],
    "quick_replies": [],
}


@contextmanager
def served(*answers: tuple[int, bytes]) -> Iterator[str]:
    """Serve these answers, one to each message."""
    waiting = list(answers)

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, body = waiting.pop(0)
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def talk(url: str, typed: str) -> Result:
    return CliRunner().invoke(app, ["--url", url], input=typed)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html>It works!</html>", id="a page"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{}", id="nothing we know"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_a_server_that_is_not_the_guide_is_told(body: bytes) -> None:
    with served((200, body)) as url:
        done = talk(url, "hi\n")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "is not the guide" in done.stdout


def test_an_address_that_is_none_is_told() -> None:
    done = talk("http://here:port", "hi\n")
    assert (done.exit_code, "--url http://here:port" in done.stderr) == (2, True)


def test_a_talk_in_which_nothing_was_taken_has_failed() -> None:
    refusal = (422, json.dumps({"detail": "Write something shorter."}).encode())
    with served(refusal, refusal) as url:
        done = talk(url, "hi\nhello\n")
    assert done.exit_code == 1
    assert done.stdout.count("Write something shorter.") == 2


def test_a_talk_goes_on_after_a_refusal() -> None:
    with served((429, b'{"detail": "Slow down."}'), (200, json.dumps(ANSWER).encode())) as url:
        done = talk(url, "hi\nhello\n")
    assert done.exit_code == 0
    assert "Hello." in done.stdout
