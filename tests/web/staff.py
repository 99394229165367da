"""Somebody of the staff at a test client: signs in as a browser would."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyotp
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from staff.accounts import NewAccount
from staff.problems import UnknownAccount
from staff.roles import Role

PASSWORD = "seven green buses at dawn"
TOKEN = re.compile(r'name="token" value="([^"]+)"')
LETTERS = re.compile(r'class="letters">([A-Z2-7 ]+)<')
CODES = re.compile(r'class="letters">([a-z0-9-]{19})<')
PAGES = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}


def token_in(page: Response) -> str:
    """Return the token that a page's forms send back."""
    found = TOKEN.search(page.text)
    assert found, page.text
    return found.group(1)


def letters_in(page: Response) -> str:
    """Return the secret for a phone that a page shows."""
    found = LETTERS.search(page.text)
    assert found, page.text
    return found.group(1).replace(" ", "")


@dataclass
class Colleague:
    """Somebody with an account, in a browser of their own."""

    client: TestClient
    login: str
    recovery_codes: tuple[str, ...] = ()

    def get(self, path: str) -> Response:
        """Open a page; redirects are followed."""
        return self.client.get(path)

    def post(self, path: str, token: str | None = None, **fields: str) -> Response:
        """Send a form with the token of the account page, as the pages do."""
        token = token if token is not None else token_in(self.get("/staff/account"))
        return self.client.post(path, data={**fields, "token": token})


def a_visitor(app: FastAPI) -> Colleague:
    """Return somebody who has not signed in."""
    return Colleague(TestClient(app, base_url="http://127.0.0.1:8000", headers=PAGES), "")


def a_colleague(app: FastAPI, role: Role = Role.ADMIN, login: str = "ana") -> Colleague:
    """Make an account of this role, or take the one there is, and sign in with it."""
    accounts = app.state.doors.accounts
    try:
        account = accounts.named(login)
    except UnknownAccount:
        account, _ = accounts.add(NewAccount(login, login.title(), role))
    accounts.set_role(account.id, role)
    accounts.choose_password(accounts.invite(account.id), PASSWORD)
    accounts.forget_second_step(account.id)
    colleague = a_visitor(app)
    colleague.login = login
    page = colleague.client.post("/staff/sign-in", data={"login": login, "password": PASSWORD})
    fields = {"token": token_in(page), "code": pyotp.TOTP(letters_in(page)).now()}
    page = colleague.client.post("/staff/set-up", data=fields)
    colleague.recovery_codes = tuple(CODES.findall(page.text))
    return colleague
