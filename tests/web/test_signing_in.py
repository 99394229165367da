"""Staff come in by a password and a second step; nobody else does, and no page lets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.routing import APIRoute

from staff import passwords
from staff.accounts import NewAccount
from staff.roles import Role
from tests.web.staff import PASSWORD, a_colleague, a_visitor, letters_in, token_in
from web.shared.signing_in.guards import Needs


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)


@pytest.fixture(autouse=True)
def _many_tries(app: FastAPI) -> None:
    app.state.doors._limiter.storage.reset()


def an_invitation(app: FastAPI, login: str) -> str:
    _, secret = app.state.doors.accounts.add(NewAccount(login, "Bo", Role.EDITOR))
    return str(secret)


def test_somebody_invited_chooses_a_password_and_adds_a_phone(app: FastAPI) -> None:
    bo = a_visitor(app)
    secret = an_invitation(app, "gil")
    page = bo.client.post("/staff/welcome", data={"invitation": secret, "password": "short"})
    assert page.status_code == 422
    assert "It needs 12 letters" in page.text
    assert secret in page.text  # what was typed stays
    page = bo.client.post("/staff/welcome", data={"invitation": secret, "password": PASSWORD})
    assert "Your password is kept" in page.text
    page = bo.client.post("/staff/sign-in", data={"login": "gil", "password": PASSWORD})
    phone = pyotp.TOTP(letters_in(page))
    assert "<svg" in page.text
    again = bo.client.post("/staff/set-up", data={"token": token_in(page), "code": "1"})
    assert again.status_code == 403
    page = bo.client.post("/staff/set-up", data={"token": token_in(page), "code": phone.now()})
    assert page.text.count('class="letters"') == 10
    assert "Bo" in bo.get("/staff/account").text


def test_a_recovery_code_stands_in_for_the_phone(app: FastAPI) -> None:
    ana = a_colleague(app)
    other = a_visitor(app)
    page = other.client.post("/staff/sign-in", data={"login": "ana", "password": PASSWORD})
    assert "One more step" in page.text
    wrong = other.client.post("/staff/second-step", data={"token": token_in(page), "code": "x"})
    assert wrong.status_code == 403
    fields = {"token": token_in(wrong), "code": ana.recovery_codes[0]}
    assert other.client.post("/staff/second-step", data=fields).status_code == 200
    assert other.get("/staff/account").status_code == 200
    renewed = ana.post("/staff/account/codes")
    assert ana.recovery_codes[1] not in renewed.text


def test_the_wrong_password_keeps_the_login_and_not_the_password(app: FastAPI) -> None:
    a_colleague(app)
    page = a_visitor(app).client.post(
        "/staff/sign-in", data={"login": "ana", "password": "wrong words here"}
    )
    assert page.status_code == 403
    assert 'value="ana"' in page.text
    assert "wrong words here" not in page.text
    assert "not right" in page.text


def test_who_is_not_inside_is_sent_to_the_door_and_back(app: FastAPI) -> None:
    a_colleague(app)
    visitor = a_visitor(app)
    page = visitor.get("/console/programs?q=welding")
    assert page.url.path == "/staff/sign-in"
    assert page.url.params["back"] == "/console/programs?q=welding"


@pytest.mark.parametrize("back", ["https://other.example/", "//other.example", "/console\\@x", "/"])
def test_the_door_leads_to_our_own_pages_only(app: FastAPI, back: str) -> None:
    page = a_visitor(app).client.get("/staff/sign-in", params={"back": back})
    assert "other.example" not in page.text
    assert 'action="/staff/sign-in"' in page.text


@pytest.mark.parametrize("token", ["", "x" * 43])
def test_a_form_without_its_token_changes_nothing(app: FastAPI, token: str) -> None:
    ana = a_colleague(app)
    assert ana.post("/staff/sign-out", token=token).status_code == 403
    assert ana.get("/staff/account").url.path == "/staff/account"


def test_a_form_of_another_site_changes_nothing(app: FastAPI) -> None:
    ana = a_colleague(app)
    token = token_in(ana.get("/staff/account"))
    ana.client.headers["Sec-Fetch-Site"] = "cross-site"
    assert ana.post("/staff/sign-out", token=token).status_code == 403
    assert ana.client.post("/staff/sign-in", data={"login": "ana"}).status_code == 403


def test_who_signs_out_is_out(app: FastAPI) -> None:
    ana = a_colleague(app)
    assert "You are signed out" in ana.post("/staff/sign-out").text
    assert ana.get("/staff/account").url.path == "/staff/sign-in"


def test_an_address_that_tries_too_often_waits(app: FastAPI) -> None:
    visitor = a_visitor(app)
    for _ in range(20):
        visitor.client.post("/staff/sign-in", data={"login": "nobody", "password": "x"})
    page = visitor.client.post("/staff/sign-in", data={"login": "nobody", "password": "x"})
    assert page.status_code == 429
    assert page.headers["retry-after"] == "60"


def test_the_cookie_is_for_the_browser_alone(app: FastAPI) -> None:
    a_colleague(app)
    visitor = a_visitor(app)
    page = visitor.client.post(
        "/staff/sign-in", data={"login": "ana", "password": PASSWORD}, follow_redirects=False
    )
    cookie = page.headers["set-cookie"]
    assert re.search(r"HttpOnly", cookie)
    assert "samesite=lax" in cookie.lower()
    assert "max-age" not in cookie.lower()  # gone when the browser closes


def _routes(router: Any) -> Iterator[APIRoute]:
    """Walk every route of an app, also those of routers in it."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif inner := getattr(route, "original_router", None):
            yield from _routes(inner)


def _needs(route: APIRoute) -> Needs | None:
    asked = [one.call for one in route.dependant.dependencies if isinstance(one.call, Needs)]
    return max(asked, key=lambda needs: needs.least.rank, default=None)


def test_every_page_of_the_console_names_its_role(app: FastAPI) -> None:
    console = [route for route in _routes(app) if route.path.startswith("/console")]
    assert len(console) > 5
    assert [route.path for route in console if _needs(route) is None] == []


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER])
def test_a_page_of_a_higher_role_stays_closed(app: FastAPI, role: Role) -> None:
    a_colleague(app)  # an admin has to be there
    bo = a_colleague(app, role, "bo")
    token = token_in(bo.get("/staff/account"))
    for route in _routes(app):
        needs = _needs(route)
        if not route.path.startswith("/console") or needs is None or role.covers(needs.least):
            continue
        path = re.sub(r"{[^}]+}", "x", route.path)
        for method in route.methods:
            answer = bo.client.request(method, path, data={"token": token})
            assert answer.status_code == 403, (method, path)
            assert "not for your role" in answer.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_door_speaks_both_languages(app: FastAPI, language: str) -> None:
    page = a_visitor(app).get(f"/staff/sign-in?lang={language}")
    assert f'<html lang="{language}">' in page.text
    assert {"en": "Sign in", "es": "Entrar"}[language] in page.text
