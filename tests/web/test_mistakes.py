"""Anybody can say that a record is wrong; operators read it in the console."""

from __future__ import annotations

import re

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from knowledge.links import Finding, keep
from staff import passwords
from tests.web.staff import a_colleague

PAGE = "/programs/wrtp-big-step/mistake"
PEOPLE = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)


def test_a_report_reaches_the_console_and_is_closed_there(client: TestClient, app: FastAPI) -> None:
    words = "The phone number rings at a pizza place <b>"
    assert PAGE in client.get("/programs/wrtp-big-step", headers=PEOPLE).text
    thanks = client.post(PAGE, data={"text": words}, headers=PEOPLE)
    assert "Somebody will look into it" in thanks.text
    app.state.doors._limiter.storage.reset()
    ana = a_colleague(app)
    page = ana.get("/console/work").text
    assert "pizza place &lt;b&gt;" in page
    (path,) = re.findall(r'action="(/console/work/reports/\d+)"', page)
    assert "pizza place" not in ana.post(path, outcome="mended").text
    assert "closed that report already" in ana.post(path, outcome="mended").text
    assert ana.post(path, outcome="whatever").status_code == 422


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Please write what is wrong"),
        (" \n ", "Please write"),
        ("é" * 1_001, "1000 letters or less"),
    ],
)
def test_what_cannot_be_kept_is_given_back(client: TestClient, text: str, told: str) -> None:
    page = client.post(PAGE, data={"text": text}, headers=PEOPLE)
    assert page.status_code == 422
    assert told in page.text
    assert text.strip() in page.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/programs/no-such/mistake", 404),
        ("/ladders/electrician/mistake", 200),
        ("/plans/x/mistake", 422),
    ],
)
def test_only_a_record_can_be_wrong(client: TestClient, path: str, status: int) -> None:
    assert client.get(path, headers=PEOPLE).status_code == status
    if status != 200:
        assert client.post(path, data={"text": "x"}, headers=PEOPLE).status_code == status


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    headers = {**PEOPLE, "Sec-Fetch-Site": "cross-site"}
    assert client.post(PAGE, data={"text": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_worklist_is_a_page_and_a_file(app: FastAPI, language: str) -> None:
    app.state.doors._limiter.storage.reset()
    ana = a_colleague(app)
    keep(app.state.console.home, [Finding("https://example.invalid/", "gone", "404")])
    names = re.findall(
        r'href="/console/work/(\w+)"', ana.get(f"/console/work?lang={language}").text
    )
    assert len(names) == 8
    for name in names:
        assert ana.get(f"/console/work/{name}").status_code == 200
        rows = ana.get(f"/console/work/{name}.json").json()
        assert ana.get(f"/console/work/{name}.csv").text.count("\r\n") >= len(rows)
    assert ana.get("/console/work/no-such").status_code == 404
