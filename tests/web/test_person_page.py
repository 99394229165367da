"""The page of a person to talk to, as a browser without scripts meets it."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import locales
from conversations.ledger import Outcome
from tests.web.reading import Reading, read
from web.chat.person.sheet import LONGEST_MAIL
from web.shared.limits import Admission

PEOPLE = {"Accept": "text/html,application/xhtml+xml"}
LINE = "877-872-5627"
PERSON = {
    "age": 19,
    "location": {"city": "Milwaukee", "state": "WI"},
    "facts": {"justice_involved": True, "driver_license": False},
}


def opened(client: TestClient, **params: str) -> Reading:
    return read(client.get("/person", headers=PEOPLE, params=params).text)


def sent(client: TestClient, **fields: Any) -> Reading:
    response = client.post("/person", data=fields, headers=PEOPLE)
    assert response.status_code == 200
    return read(response.text)


def known(app: FastAPI, client: TestClient, profile: dict[str, Any], **memory: Any) -> None:
    """Let the talk of this client know something."""
    ledger = app.state.services.talk.ledger
    secret = ledger.begin("en")
    receipt = ledger.receive(secret, "m-1", "hi")
    answer: dict[str, Any] = {"messages": [], "quick_replies": []}
    ledger.settle(receipt, Outcome(answer, "en", profile, memory))
    client.cookies.set("pathways_session", secret)


def filled(page: Reading) -> dict[str, Any]:
    """Return what the form of the page would send as it stands."""
    boxes = [box.attributes for box in page.all("input", type="checkbox", name="tell")]
    lines = [e for e in page.all("textarea") if e.attributes["name"].startswith("line.")]
    return {
        "tell": [box["value"] for box in boxes if "checked" in box],
        "chosen": page.one("input", name="chosen").attributes["value"],
        **{line.attributes["name"]: line.text for line in lines},
    }


def sheet(page: Reading) -> str:
    return page.one("article", id="sheet").text


def mail(page: Reading) -> dict[str, str]:
    """Take the mail apart as a mail program would."""
    links = [e.attributes["href"] for e in page.all("a") if "href" in e.attributes]
    [address] = [link for link in links if link.startswith("mailto:")]
    assert len(address) <= LONGEST_MAIL
    assert urlsplit(address).path == "", "nobody is written to but whom the person chooses"
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("language", locales.languages())
def test_without_a_place_the_national_line_stands_there_and_a_place_is_asked_for(
    client: TestClient, language: str
) -> None:
    page = opened(client, lang=language)
    assert page.one("html").attributes["lang"] == language
    assert page.all("a", href=f"tel:{LINE.replace('-', '')}")
    assert page.one("input", id="place").attributes["aria-describedby"] == "place-hint"
    assert len(page.all("h1")) == 1
    assert page.all("a", href="tel:988"), "somebody in need presses this button too"


@pytest.mark.parametrize(
    ("typed", "center"),
    [
        pytest.param("53206", "Job Center of Wisconsin", id="a ZIP code"),
        pytest.param("akron ohio", "OhioMeansJobs", id="a town with its state"),
        pytest.param("Wisconsin", "Job Center of Wisconsin", id="a state"),
        pytest.param("milwakee, wi", "Job Center of Wisconsin", id="a slip of the finger"),
    ],
)
def test_a_place_finds_the_center_of_the_state(client: TestClient, typed: str, center: str) -> None:
    page = sent(client, place=typed, do="find")
    assert center in [heading.text for heading in page.all("h3")]
    assert "hours and languages are not known here" in page.one("main", id="main").text.lower()


def test_a_town_that_several_states_have_is_asked_about(client: TestClient) -> None:
    page = sent(client, place="springfield", do="find")
    choices = {
        button.text: button.attributes["value"] for button in page.all("button", name="pick")
    }
    assert {"Springfield, MO", "Springfield, IL"} <= set(choices)
    chosen = sent(client, place="springfield", pick=choices["Springfield, IL"])
    assert chosen.one("h2", id="near").text == "Job center: Springfield, IL"


@pytest.mark.parametrize("typed", ["", "asdkj", "99999", "<b>x</b>", "\x00", "x" * 5_000])
def test_what_is_no_place_is_said_so_and_nothing_is_lost(client: TestClient, typed: str) -> None:
    page = sent(client, place=typed, do="find", note="ask about welding")
    assert page.one("p", id="place-wrong").attributes["role"] == "alert"
    assert page.one("input", id="place").attributes["aria-invalid"] == "true"
    assert page.one("textarea", id="note").text == "ask about welding"


@pytest.mark.parametrize("code", ["x", "||", "Nowhere|ZZ|", "a|b|c|d", "Akron|OH|53206", "|WI|x"])
def test_a_place_that_no_button_of_ours_holds_is_left_aside(client: TestClient, code: str) -> None:
    page = sent(client, chosen=code, do="change")
    assert page.one("input", name="chosen").attributes["value"] in ("", "|WI|x")


def test_what_the_talk_knows_is_told_but_what_is_delicate_waits(
    app: FastAPI, client: TestClient
) -> None:
    known(app, client, PERSON, saved=["wrtp-big-step"])
    page = opened(client)
    told = filled(page)["tell"]
    assert {"age", "location", "facts.driver_license", "programs"} <= set(told)
    assert "facts.justice_involved" not in told
    assert "yours to tell" in page.one("main", id="main").text
    assert "WRTP | BIG STEP" in [heading.text for heading in page.all("h3")]
    assert page.one("h2", id="near").text == "Job center: Milwaukee, WI"


def test_the_sheet_says_what_was_checked_in_the_words_of_the_person(
    app: FastAPI, client: TestClient
) -> None:
    known(app, client, PERSON)
    form = filled(opened(client))
    form["tell"] = [*(key for key in form["tell"] if key != "age"), "facts.justice_involved"]
    form["line.location"] = "I stay with my aunt on Fond du Lac Ave."
    made = sent(client, **form, note="Call me:\n414-555-0100", do="ready")
    assert "19" not in sheet(made)
    assert "I have a record." in sheet(made)
    assert "my aunt on Fond du Lac" in sheet(made)
    assert "414-555-0100" in sheet(made), "it is theirs to tell, and not kept"
    written = mail(made)
    assert written["subject"] == "I am looking for training or work"
    assert "my aunt on Fond du Lac" in written["body"]
    assert "\r\n414-555-0100" in written["body"]
    again = sent(client, **form, note="Call me:\n414-555-0100", do="change")
    assert filled(again)["line.location"] == form["line.location"]
    assert set(filled(again)["tell"]) == set(form["tell"])
    assert again.one("textarea", id="note").text == "Call me:\n414-555-0100"


def test_in_spanish_the_sheet_has_an_english_copy_for_who_speaks_none(
    app: FastAPI, client: TestClient
) -> None:
    known(app, client, PERSON)
    form = filled(opened(client, lang="es"))
    form["line.age"] = "Cumplo 20 en marzo."
    made = sent(client, **form, english="1", do="ready")
    languages = [part.attributes.get("lang") for part in made.all("section")]
    assert [language for language in languages if language] == ["en", "es"]
    assert "I speak Spanish." in sheet(made)
    assert "Hablo español." in sheet(made)
    assert sheet(made).count("Cumplo 20 en marzo.") == 2, "nobody translates their own words"
    alone = sent(client, **form, do="ready")
    assert "I speak Spanish." not in sheet(alone)


def test_the_sheet_is_shown_large_and_leads_back(app: FastAPI, client: TestClient) -> None:
    known(app, client, PERSON)
    page = sent(client, **filled(opened(client)), note="hi", do="show")
    assert "I am 19 years old." in page.one("div", **{"class": "desk"}).text
    assert page.one("input", name="note").attributes["value"] == "hi"


def test_a_mail_too_long_for_mail_programs_ends_early_and_says_so(client: TestClient) -> None:
    page = sent(client, tell=["hello"], note="ñ & = % ¿? " * 90, do="ready")
    assert mail(page)["body"].endswith("…")
    assert "too long for one mail" in page.one("main", id="main").text


def test_a_counselor_speaks_of_their_client(app: FastAPI, client: TestClient) -> None:
    known(app, client, PERSON, speaks_of="client")
    page = opened(client)
    assert "for somebody else" in page.one("h2", id="tell").text
    assert "age 19" in filled(page)["line.age"]
    assert not [text for key, text in filled(page).items() if str(text).startswith("I ")]


@pytest.mark.parametrize("language", locales.languages())
def test_who_writes_of_danger_is_shown_who_answers_now_whatever_the_limits(
    app: FastAPI, client: TestClient, language: str
) -> None:
    app.state.services.admission = Admission(0)
    note = {"en": "i want to kill myself", "es": "ya no quiero vivir"}[language]
    response = client.post("/person", data={"note": note, "do": "ready"}, headers=PEOPLE)
    assert response.status_code == 200
    assert "tel:988" in response.text
    refused = client.post("/person", data={"note": "hi", "do": "ready"}, headers=PEOPLE)
    assert refused.status_code == 429


def test_nothing_typed_is_kept_or_logged(
    app: FastAPI, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    known(app, client, PERSON)
    before = app.state.services.talk.ledger.snapshot(client.cookies["pathways_session"])
    with caplog.at_level(logging.DEBUG):
        sent(client, place="Akron, Ohio", do="find", note="sunflower")
        sent(client, tell=["hello"], note="sunflower", do="ready")
    after = app.state.services.talk.ledger.snapshot(client.cookies["pathways_session"])
    assert after == before
    assert "sunflower" not in caplog.text
    assert "Akron" not in caplog.text
    assert "sunflower" not in opened(client).one("form", action="/person").text


def test_what_is_typed_is_shown_as_text_and_bounded(client: TestClient) -> None:
    long = "a" * 3_000
    fields = {"tell": ["hello"], "line.hello": "<script>alert(1)</script>" + long, "note": long}
    response = client.post("/person", data={**fields, "do": "ready"}, headers=PEOPLE)
    assert "<script>alert" not in response.text
    assert "a" * 1_001 not in response.text
    unknown = client.post("/person", data={"do": "x", "tell": "y", "line.z": "z"}, headers=PEOPLE)
    assert unknown.status_code == 200


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    foreign = {**PEOPLE, "Sec-Fetch-Site": "cross-site"}
    assert client.post("/person", data={"do": "ready"}, headers=foreign).status_code == 403


def test_the_button_of_every_other_page_leads_here(client: TestClient) -> None:
    page = read(client.get("/privacy", headers=PEOPLE).text)
    assert page.all("a", href="/person")


def test_another_place_changes_the_line_unless_it_is_in_the_persons_own_words(
    app: FastAPI, client: TestClient
) -> None:
    known(app, client, PERSON)
    form = filled(opened(client))
    moved = filled(sent(client, **form, place="Akron, Ohio", do="find"))
    assert moved["line.location"] == "I live in Akron, OH."
    form["line.location"] = "I stay with my aunt."
    own = filled(sent(client, **form, place="Akron, Ohio", do="find"))
    assert own["line.location"] == "I stay with my aunt."


def test_a_place_that_is_found_is_told_from_then_on(client: TestClient) -> None:
    form = filled(opened(client))
    assert "location" in filled(sent(client, **form, place="53206", do="find"))["tell"]
