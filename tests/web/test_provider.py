"""Staff come in through a real identity provider on loopback, if an admin knows them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from fastapi import FastAPI

from staff.accounts import NewAccount
from staff.problems import UnknownAccount
from staff.roles import Role
from tests.web.staff import Colleague, a_visitor
from web.shared.signing_in.provider import Client, Provider

STARTS_WITHIN_S = 30
PEOPLE = [
    {"sub": "dee", "email": "dee@center.example", "email_verified": True},
    {"sub": "eve", "email": "dee@center.example", "email_verified": False},
    {"sub": "stranger", "email": "stranger@center.example", "email_verified": True},
]
BACK = "http://127.0.0.1:8000/staff/provider/back"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider that vouches for whoever is asked for."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    for person in PEOPLE:
        command += ["--user-claims", json.dumps(person)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as provider:
        try:
            address = f"http://localhost:{port}"
            _await(address)
            yield address
        finally:
            provider.terminate()


def _await(address: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            httpx.get(f"{address}/.well-known/openid-configuration").raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    pytest.fail("the provider did not start")


@pytest.fixture
def visitor(app: FastAPI, issuer: str) -> Iterator[Colleague]:
    """Somebody at a Pathways that knows the provider."""
    app.state.doors._limiter.storage.reset()
    app.state.doors.provider = Provider(Client(issuer, "pathways", "a secret"), "x" * 32)
    yield a_visitor(app)
    app.state.doors.provider = None


def known(app: FastAPI, login: str) -> str:
    try:
        return str(app.state.doors.accounts.named(login).id)
    except UnknownAccount:
        return str(app.state.doors.accounts.add(NewAccount(login, "Dee", Role.EDITOR))[0].id)


def vouched(visitor: Colleague, subject: str) -> dict[str, str]:
    """Go to the provider and have it vouch for somebody; return what it sends back."""
    sent = visitor.client.get("/staff/provider", follow_redirects=False)
    assert sent.status_code == 303
    answer = httpx.post(sent.headers["location"], data={"sub": subject})
    assert answer.headers["location"].startswith(BACK)
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


def test_the_door_offers_the_provider(visitor: Colleague) -> None:
    assert "/staff/provider" in visitor.get("/staff/sign-in").text


def test_whom_an_admin_knows_comes_in(visitor: Colleague, app: FastAPI) -> None:
    known(app, "dee@center.example")
    query = vouched(visitor, "dee")
    page = visitor.client.get("/staff/provider/back", params=query)
    assert page.url.path == "/console"
    assert "Dee" in page.text


def test_an_address_that_is_not_verified_counts_for_nothing(
    visitor: Colleague, app: FastAPI
) -> None:
    known(app, "dee@center.example")
    page = visitor.client.get("/staff/provider/back", params=vouched(visitor, "eve"))
    assert page.status_code == 403


def test_a_stranger_is_told_whom_to_ask(visitor: Colleague) -> None:
    query = vouched(visitor, "stranger")
    page = visitor.client.get("/staff/provider/back", params=query)
    assert page.status_code == 403
    assert "Ask an admin" in page.text


@pytest.mark.parametrize("change", ["state", "code", "cookie"])
def test_what_was_tampered_with_lets_nobody_in(
    visitor: Colleague, app: FastAPI, change: str
) -> None:
    known(app, "dee@center.example")
    query = vouched(visitor, "dee")
    if change == "cookie":
        visitor.client.cookies.clear()
    else:
        query[change] = "another"
    page = visitor.client.get("/staff/provider/back", params=query)
    assert page.status_code == 502
    assert visitor.get("/console").url.path == "/staff/sign-in"


def test_an_answer_counts_once(visitor: Colleague, app: FastAPI) -> None:
    known(app, "dee@center.example")
    query = vouched(visitor, "dee")
    visitor.client.get("/staff/provider/back", params=query)
    again = a_visitor(app)
    assert again.client.get("/staff/provider/back", params=query).status_code == 502


def test_a_provider_that_is_away_leaves_the_password(app: FastAPI) -> None:
    app.state.doors._limiter.storage.reset()
    app.state.doors.provider = Provider(Client("http://127.0.0.1:9", "pathways", "x"), "x" * 32)
    page = a_visitor(app).client.get("/staff/provider")
    app.state.doors.provider = None
    assert page.status_code == 502
    assert "sign in with a password" in page.text
