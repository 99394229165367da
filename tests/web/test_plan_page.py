"""A person's plan: seen, changed, saved under a code, opened elsewhere, shared, deleted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from conversations import codes
from conversations.plans import MOST_PROGRAMS
from tests.web.reading import Reading, read

PEOPLE = {"Accept": "text/html"}
YOUNG = {
    "age": 17,
    "next_birthday": "2027-03",
    "education": {"level": "some_high_school", "grade": 9},
    "location": {"city": "Milwaukee", "state": "WI"},
    "interests": {"likes": ["construction"]},
    "facts": {"veteran": False, "homeless": True},
}
CHOSEN = ("wrtp-big-step", "building-trades-apprenticeship")
Device = Callable[[], TestClient]


@pytest.fixture
def device(app: FastAPI, client: TestClient) -> Device:
    """Make browsers that share nothing."""
    return lambda: TestClient(app, base_url="http://127.0.0.1:8000", headers=PEOPLE)


@pytest.fixture
def talking(app: FastAPI, device: Device) -> TestClient:
    """A browser whose talk knows somebody and has saved two programs."""
    browser = device()
    ledger = app.state.services.talk.ledger
    secret = ledger.begin("en", dict(YOUNG), {"saved": list(CHOSEN)})
    browser.cookies.set("pathways_session", secret, domain="127.0.0.1")
    return browser


def seen(browser: TestClient, path: str = "/plan", status: int = 200) -> Reading:
    response = browser.get(path)
    assert response.status_code == status, response.text[:500]
    return read(response.text)


def send(browser: TestClient, status: int = 200, **form: str) -> Reading:
    response = browser.post("/plan", data=form)
    assert response.status_code == status, response.text[:500]
    return read(response.text)


def code_on(page: Reading, which: str = "code") -> str:
    section = page.one("section", id=which)
    found = re.search(r"(?:[0-9A-Z]{3}-){8}[0-9A-Z]{3}", section.text)
    assert found, section.text
    return found.group()


def steps_on(page: Reading) -> list[str]:
    return [e.attributes["id"] for e in page.all("li") if "todo" in e.attributes.get("class", "")]


def open_on(browser: TestClient, code: str, status: int = 200) -> Reading:
    response = browser.post("/plan/open", data={"code": code})
    assert response.status_code == status, response.text[:500]
    return read(response.text)


def test_what_was_saved_in_the_talk_is_a_plan_with_its_steps_in_order(talking: TestClient) -> None:
    page = seen(talking)
    assert [card.attributes["id"] for card in page.all("article")] == [
        f"program-{name}" for name in CHOSEN
    ]
    ids = steps_on(page)
    assert ids[0].startswith("diploma.")
    assert ids[1:] == [
        "wrtp-big-step.contact", "wrtp-big-step.apply",
        "building-trades-apprenticeship.contact", "building-trades-apprenticeship.apply",
    ]  # fmt: skip
    diploma = page.one("li", id=ids[0]).text
    assert "WRTP | BIG STEP" in diploma, "one diploma serves both"
    assert "Building trades" in diploma


def test_nothing_is_kept_before_somebody_asks_for_it(talking: TestClient, app: FastAPI) -> None:
    page = seen(talking)
    assert not re.search(r"(?:[0-9A-Z]{3}-){8}", page.one("section", id="code").text)
    assert "pathways_plan" not in talking.cookies


def test_saving_shows_the_code_and_what_is_kept(talking: TestClient) -> None:
    page = send(talking, go="save")
    assert codes.read(code_on(page)) == talking.cookies["pathways_plan"]
    kept = page.one("section", **{"aria-labelledby": "kept"}).text
    assert "17" in kept
    assert "Milwaukee" in kept
    assert "onstruction" not in kept, "interests weigh on no verdict"
    assert "ousing" not in kept, "and no program of this plan asks about housing"


def test_the_plan_opens_on_another_device_as_it_is_and_goes_on_there(
    talking: TestClient, device: Device
) -> None:
    code = code_on(send(talking, go="save"))
    step = steps_on(seen(talking))[0]
    send(talking, tick=step)
    other = device()
    page = open_on(other, code.lower().replace("-", " "))
    assert "Welcome back" in page.one("p", role="status", **{"class": "steps"}).text
    assert "done" in page.one("li", id=step).attributes["class"]
    assert verdicts(page) == verdicts(seen(talking))
    send(other, untick=step)
    assert "done" not in seen(talking).one("li", id=step).attributes["class"].split()


def verdicts(page: Reading) -> list[str]:
    return [card.attributes["class"] for card in page.all("article")]


def test_a_device_that_opens_a_plan_begins_a_talk_that_knows_it(
    talking: TestClient, device: Device, app: FastAPI
) -> None:
    other = device()
    open_on(other, code_on(send(talking, go="save")))
    talk = app.state.services.talk.ledger.snapshot(other.cookies["pathways_session"])
    assert talk.memory["saved"] == list(CHOSEN)
    assert talk.profile["age"] == 17


def test_ticking_a_step_saves_the_plan_too(talking: TestClient) -> None:
    page = send(talking, tick="wrtp-big-step.apply")
    assert "saved" in page.one("p", role="status", **{"class": "steps"}).text
    assert "done" in page.one("li", id="wrtp-big-step.apply").attributes["class"]
    assert code_on(page)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_day_is_set_and_taken_back(talking: TestClient, language: str) -> None:
    talking.cookies.set("pathways_language", language, domain="127.0.0.1")
    day = (date.today() + timedelta(days=10)).isoformat()
    page = send(talking, step="wrtp-big-step.apply", day=day)
    assert page.one("input", id="day-wrtp-big-step.apply").attributes["value"] == day
    assert str(date.today().year) in page.one("li", id="wrtp-big-step.apply").text
    page = send(talking, step="wrtp-big-step.apply", day=day, no_day="1")
    assert page.one("input", id="day-wrtp-big-step.apply").attributes["value"] == ""


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "1999-01-01", "9999-12-31", "<b>"])
def test_a_day_that_cannot_be_says_so_beside_the_field_and_keeps_what_was_typed(
    talking: TestClient, day: str
) -> None:
    page = send(talking, 422, step="wrtp-big-step.apply", day=day)
    field = page.one("input", id="day-wrtp-big-step.apply")
    assert field.attributes["value"] == day
    assert field.attributes["aria-describedby"] == "wrong-wrtp-big-step.apply"
    assert page.one("p", id="wrong-wrtp-big-step.apply").text


@pytest.mark.parametrize(
    "form",
    [
        {"tick": "no.step"}, {"step": "no.step", "day": "2026-12-01"}, {"go": "elsewhere"}, {},
        {"untick": "x" * 5_000},
    ],
)  # fmt: skip
def test_nothing_else_can_be_put_into_a_plan(talking: TestClient, form: dict[str, str]) -> None:
    send(talking, 422, **form)


def test_programs_are_taken_out_and_put_in(talking: TestClient, app: FastAPI) -> None:
    page = send(talking, remove="wrtp-big-step")
    assert len(page.all("article")) == 1
    talk = app.state.services.talk.ledger.snapshot(talking.cookies["pathways_session"])
    assert talk.memory["saved"] == ["building-trades-apprenticeship"], "the talk knows it too"
    send(talking, go="save")
    page = send(talking, add="wrtp-big-step")
    assert len(page.all("article")) == 2
    page = send(talking, remove="wrtp-big-step")
    assert len(page.all("article")) == 1


def test_a_program_that_does_not_exist_cannot_be_put_in(talking: TestClient) -> None:
    send(talking, 404, add="no-such-program")


def test_a_plan_that_is_full_says_so(talking: TestClient, app: FastAPI) -> None:
    names = list(app.state.services.library.current().programs)
    for name in [one for one in names if one not in CHOSEN][: MOST_PROGRAMS - 2]:
        talking.post("/plan", data={"add": name}, follow_redirects=False)
    page = send(talking, 422, add=names[-1])
    assert "20 programs" in page.one("p", role="alert").text


def test_programs_that_fit_are_offered_beside_the_plan(talking: TestClient) -> None:
    page = seen(talking)
    offered = [e.attributes["value"] for e in page.all("button", name="add")]
    assert offered
    assert not set(offered) & set(CHOSEN)
    assert len(send(talking, add=offered[0]).all("article")) == 3


def test_what_is_saved_in_the_talk_later_joins_the_plan(
    talking: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(talking, go="save")
    talk = app.state.services.talk
    answered: dict[str, Any] = {}

    def saving(said: Any, meaning: Any) -> dict[str, Any]:
        ledger = app.state.services.talk.ledger
        ledger.keep_saved(said.session, [*CHOSEN, "mc3-pre-apprenticeship"])
        answered.update(session=said.session, messages=[], quick_replies=[], language="en")
        return {**answered, "message_id": "m", "saved": [*CHOSEN, "mc3-pre-apprenticeship"]}

    monkeypatch.setattr(talk, "press", saving)
    talking.post("/", data={"about": "save mc3-pre-apprenticeship"})
    assert "program-mc3-pre-apprenticeship" in [
        e.attributes["id"] for e in seen(talking).all("article")
    ]


def test_what_was_told_later_is_taken_over_when_the_person_says_so(
    talking: TestClient, app: FastAPI
) -> None:
    send(talking, go="save")
    assert not seen(talking).all("button", value="update")
    secret = app.state.services.talk.ledger.begin("en", {**YOUNG, "age": 30}, {"saved": []})
    talking.cookies.set("pathways_session", secret, domain="127.0.0.1")
    assert seen(talking).all("button", value="update")
    page = send(talking, go="update")
    assert not page.all("button", value="update")
    assert "30" in page.one("section", **{"aria-labelledby": "kept"}).text


def test_a_shared_plan_can_be_seen_but_not_changed(talking: TestClient, device: Device) -> None:
    shown = code_on(send(talking, go="share"), "share")
    assert shown != code_on(seen(talking))
    other = device()
    page = open_on(other, shown)
    assert page.one("h1").text == "A plan somebody shared with you"
    assert len(page.all("article")) == 2
    for tag in ("input", "summary"):
        assert not [e for e in page.all(tag) if e.attributes.get("name") in ("day", "step")]
    assert not [e for e in page.all("button") if e.attributes.get("form") == "plan-form"]
    assert "you said" not in page.one("main").text
    assert "pathways_plan" not in other.cookies
    assert code_on(seen(talking)) not in other.get("/plan/shared").text


def test_a_share_that_is_withdrawn_opens_nothing(talking: TestClient, device: Device) -> None:
    shown = code_on(send(talking, go="share"), "share")
    other = device()
    open_on(other, shown)
    send(talking, go="withdraw")
    page = seen(other, "/plan/shared", 404)
    assert "No plan opens with this code" in page.one("div", role="alert").text
    open_on(device(), shown, 404)


def test_a_deleted_plan_is_gone_on_every_device(talking: TestClient, device: Device) -> None:
    code = code_on(send(talking, go="save"))
    other = device()
    open_on(other, code)
    assert seen(talking, "/plan/delete").all("form", action="/plan/delete")
    page = read(talking.post("/plan/delete").text)
    assert "deleted" in page.one("p", role="status", **{"class": "steps"}).text
    assert "No plan opens" in seen(other, status=404).one("div", role="alert").text
    assert "pathways_plan" not in other.cookies, "the browser is free for the next plan"
    page = open_on(device(), code, 404)
    assert unescape(page.one("input", id="plan-code").attributes["value"]) == code


def test_a_plan_is_closed_on_a_device_and_opens_there_again(talking: TestClient) -> None:
    code = code_on(send(talking, go="save"))
    send(talking, go="close")
    assert "pathways_plan" not in talking.cookies
    assert (
        "Welcome back" in open_on(talking, code).one("p", role="status", **{"class": "steps"}).text
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(lambda code: "", {"en": "missing", "es": "Falta"}, id="nothing typed"),
        pytest.param(lambda code: code[:-4], {"en": "too short", "es": "corto"}, id="too short"),
        pytest.param(
            lambda code: ("9" if code[4] != "9" else "8").join((code[:4], code[5:])),
            {"en": "One sign", "es": "algo mal"}, id="a wrong sign",
        ),
        pytest.param(
            lambda code: codes.new_code(), {"en": "deleted", "es": "se borró"}, id="of no plan"
        ),
    ],
)  # fmt: skip
def test_a_code_that_opens_nothing_says_what_to_look_at(
    device: Device, language: str, change: Callable[[str], str], words: dict[str, str]
) -> None:
    browser = device()
    browser.cookies.set("pathways_language", language, domain="127.0.0.1")
    typed = change(codes.grouped(codes.new_code()))
    response = browser.post("/plan/open", data={"code": typed})
    assert response.status_code in (404, 422)
    page = read(response.text)
    assert words[language] in page.one("div", role="alert").text
    assert page.one("input", id="plan-code").attributes["value"] == typed


def test_guessing_is_slowed_down_by_address_and_typing_stays(device: Device) -> None:
    browser = device()
    answers = [browser.post("/plan/open", data={"code": codes.new_code()}) for _ in range(12)]
    assert [answer.status_code for answer in answers] == [404] * 10 + [429] * 2
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert "Wait a minute" in answers[-1].text


def test_guessing_with_a_cookie_is_no_way_around(device: Device) -> None:
    browser = device()
    statuses = []
    for _ in range(12):
        browser.cookies.set("pathways_plan", codes.new_code(), domain="127.0.0.1")
        statuses.append(browser.get("/plan").status_code)
    assert statuses == [404] * 10 + [429] * 2


def test_another_site_can_change_nothing(talking: TestClient) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    for path in ("/plan", "/plan/open", "/plan/delete"):
        assert talking.post(path, data={"go": "save"}, headers=foreign).status_code == 403


def test_codes_stand_in_no_address_that_reaches_the_server(talking: TestClient) -> None:
    page = send(talking, go="share")
    code = code_on(page)
    addresses = [
        e.attributes[name] for e in page.elements for name in ("href", "action", "src")
        if name in e.attributes
    ]  # fmt: skip
    for address in addresses:
        if not address.startswith(("mailto:", "sms:")):
            assert code not in address
            assert codes.read(code) not in address


def test_an_empty_plan_says_how_to_begin(device: Device) -> None:
    page = seen(device())
    assert "Your plan is empty" in page.one("main").text
    assert page.all("a", href="/plan/open")


def test_links_carry_the_code_behind_the_hash(talking: TestClient) -> None:
    page = send(talking, go="share")
    code = code_on(page, "share")
    link = f"http://127.0.0.1:8000/plan/open#{code}"
    assert link in page.one("blockquote").text
    mails = [
        e.attributes["href"]
        for e in page.all("a")
        if e.attributes.get("href", "").startswith("mailto:")
    ]
    assert len(mails) == 2
    for word in ("17", "Milwaukee"):
        assert not [mail for mail in mails if word in mail.replace(code, "")]


@pytest.mark.parametrize("typed", ["%ED%A0%80", "%00%01", "%3Cscript%3E", "%F0%9F%98%80" * 60])
def test_odd_signs_in_a_code_are_a_page_too(device: Device, typed: str) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = device().post("/plan/open", content=f"code={typed}", headers=headers)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
