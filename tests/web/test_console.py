"""The console: views with addresses of their own, files of them, accounts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from staff import passwords
from staff.roles import Role
from tests.web.staff import Colleague, a_colleague


@pytest.fixture
def ana(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> Iterator[Colleague]:
    """An admin who is inside."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)
    app.state.doors._limiter.storage.reset()
    return a_colleague(app)


def test_the_overview_names_the_release_in_force(ana: Colleague, app: FastAPI) -> None:
    assert app.state.console.library.current().id in ana.get("/console").text


def test_a_view_is_its_address_and_can_be_kept_as_a_file(ana: Colleague) -> None:
    query = "?q=electric&kind=apprenticeship&state=MI&sort=id&down=1"
    page = ana.get("/console/programs" + query).text
    shown = re.findall(r'href="/console/programs/([a-z0-9-]+)"', page)
    as_json = ana.get("/console/programs.json" + query).json()
    sheet = ana.get("/console/programs.csv" + query)
    as_csv = list(csv.DictReader(io.StringIO(sheet.text)))
    assert shown == [row["id"] for row in as_json] == [row["id"] for row in as_csv]
    assert shown == sorted(shown, reverse=True)
    assert "ann-arbor-electrical-jatc" in shown
    assert all(row["kind"] == "apprenticeship" and "MI" in row["states"] for row in as_json)
    assert "attachment" in sheet.headers["content-disposition"]


def test_pages_of_a_long_view_hold_every_program_once(ana: Colleague) -> None:
    everything = ana.get("/console/programs.json").json()
    pages = -(-len(everything) // 50)
    shown = [
        found
        for page in range(1, pages + 1)
        for found in re.findall(
            r'row"><a href="/console/programs/([a-z0-9-]+)"',
            ana.get(f"/console/programs?page={page}").text,
        )
    ]
    assert sorted(shown) == sorted(row["id"] for row in everything)


@pytest.mark.parametrize("query", ["?q=" + "x" * 81, "?page=0", "?page=x", "?down=maybe"])
def test_a_view_that_cannot_be_is_refused(ana: Colleague, query: str) -> None:
    assert ana.get("/console/programs" + query).status_code == 422


@pytest.mark.parametrize("query", ["?q=<script>", "?sort=no-such", "?kind=%27;--", "?page=99999"])
def test_an_odd_view_is_only_empty(ana: Colleague, query: str) -> None:
    page = ana.get("/console/programs" + query)
    assert page.status_code == 200
    assert "<script>" not in page.text.replace("<script src=", "")


def test_a_program_is_shown_with_its_rules_and_sources(ana: Colleague) -> None:
    page = ana.get("/console/programs/ann-arbor-electrical-jatc").text
    assert "apply_at: 17" in page
    assert "AAEJATC how to apply" in page
    assert ana.get("/console/programs/no-such").status_code == 404


def test_an_admin_makes_an_account_and_shows_its_invitation_once(ana: Colleague) -> None:
    fields = {"login": "cy@center.example", "name": "Cy", "role": "publisher"}
    page = ana.post("/console/accounts", **fields)
    assert "/staff/welcome#" in page.text
    assert "/staff/welcome#" not in ana.get("/console/accounts").text
    again = ana.post("/console/accounts", **fields)
    assert again.status_code == 422
    assert "already" in again.text
    assert 'value="cy@center.example"' in again.text  # what was typed stays


def test_an_admin_changes_and_closes_accounts(ana: Colleague, app: FastAPI) -> None:
    a_colleague(app, Role.EDITOR, "bo")
    bo = app.state.doors.accounts.named("bo")
    ana.post(f"/console/accounts/{bo.id}/role", role="publisher")
    assert app.state.doors.accounts.get(bo.id).role == Role.PUBLISHER
    assert ana.post(f"/console/accounts/{bo.id}/role", role="boss").status_code == 422
    ana.post(f"/console/accounts/{bo.id}/disable")
    assert app.state.doors.accounts.get(bo.id).disabled_at
    ana.post(f"/console/accounts/{bo.id}/enable")
    assert not app.state.doors.accounts.get(bo.id).disabled_at
    me = app.state.doors.accounts.named("ana")
    page = ana.post(f"/console/accounts/{me.id}/disable")
    assert page.status_code == 422
    assert "only admin" in page.text
    assert ana.post("/console/accounts/nobody/invite").status_code == 404
