"""The page as a browser without scripts meets it: forms, cookies, refusals, languages."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

import web.chat
from tests.web.conftest import FakeRasa
from tests.web.reading import read

STATIC = Path(web.chat.__file__).parent / "static"
PEOPLE = {"Accept": "text/html,application/xhtml+xml"}
FIRST_VISIT_BYTES = 50 * 1024


def say(client: TestClient, message: str, **more: str) -> Response:
    """Send the page's form as a browser would, and follow where it leads."""
    return client.post("/", data={"message": message, **more}, headers=PEOPLE)


def test_the_first_visit_is_one_page_with_one_heading_and_a_way_to_a_person(
    client: TestClient,
) -> None:
    response = client.get("/", headers=PEOPLE)
    page = read(response.text)
    assert response.status_code == 200
    assert len(page.all("h1")) == 1
    assert page.one("html").attributes["lang"] == "en"
    assert page.all("a", href="/person")
    assert page.one("div", role="log").attributes["aria-live"] == "polite"
    assert page.one("textarea", name="message").attributes["autocomplete"] == "off"


def test_without_javascript_a_message_is_sent_and_the_page_shows_both_sides(
    client: TestClient,
) -> None:
    sent = client.post("/", data={"message": "i like cars"}, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/#latest")
    page = read(client.get("/").text)
    latest = page.one("article", id="latest")
    assert "i like cars" in latest.text
    assert "went wrong" in latest.text, "what the fake bot says"


def test_the_secret_of_a_talk_is_out_of_reach_of_scripts_and_of_other_sites(
    client: TestClient,
) -> None:
    sent = client.post("/", data={"message": "hi"}, follow_redirects=False)
    cookie = next(c for c in sent.headers.get_list("set-cookie") if "session" in c)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie, "plain HTTP on one's own machine"
    secure = client.post("https://127.0.0.1:8000/", data={"message": "hi"}, follow_redirects=False)
    assert all("Secure" in cookie for cookie in secure.headers.get_list("set-cookie"))


def test_the_same_form_sent_twice_is_one_message(client: TestClient, rasa: FakeRasa) -> None:
    say(client, "hi")
    say(client, "im 19", message_id="m-1")
    say(client, "im 19", message_id="m-1")
    assert [text for text, _ in rasa.asked] == ["hi", "im 19"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="a sister of this site"),
        pytest.param({"Origin": "https://evil.example"}, 403, id="another origin"),
        pytest.param({"Origin": "null"}, 403, id="an origin that hides"),
        pytest.param({"Origin": "http://127.0.0.1:9"}, 403, id="another port"),
        pytest.param({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200, id="our own form"),
        pytest.param({"Origin": "http://127.0.0.1:8000"}, 200, id="our own origin"),
        pytest.param({}, 200, id="a browser that tells nothing"),
    ],
)
@pytest.mark.parametrize("address", ["/", "/forget"])
def test_a_form_of_another_site_is_refused(
    client: TestClient, address: str, headers: dict[str, str], status: int
) -> None:
    response = client.post(address, data={"message": "hi"}, headers={**PEOPLE, **headers})
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")


def test_a_page_lets_its_own_forms_say_where_they_come_from(client: TestClient) -> None:
    """Under `no-referrer` a browser sends our own form with a hidden origin."""
    assert client.get("/").headers["referrer-policy"] == "same-origin"


def test_a_long_message_is_refused_kindly_and_given_back_to_shorten(
    client: TestClient, rasa: FakeRasa
) -> None:
    words = "word " * 300
    page = read(say(client, words).text)
    assert "1,000" in page.one("article").text
    assert page.one("textarea").text.strip() == words.strip()
    assert rasa.asked == []


@pytest.mark.parametrize("message", ["", "   ", "\u0000"], ids=["nothing", "blanks", "NUL"])
def test_an_empty_form_changes_nothing(client: TestClient, rasa: FakeRasa, message: str) -> None:
    assert say(client, message).status_code == 200
    assert rasa.asked == []


@pytest.mark.parametrize(
    "message",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }} {age}", "</p><h1>"],
)
def test_what_a_person_types_is_text_and_never_a_part_of_the_page(
    client: TestClient, message: str
) -> None:
    page = read(say(client, message).text)
    assert message in page.one("article").text
    assert len(page.all("h1")) == 1
    assert not page.all("img")
    assert [script.attributes.get("src", "")[:8] for script in page.all("script")] == ["/static/"]


@pytest.mark.parametrize(
    "path",
    ["/", "/privacy", "/forget", "/nothing", "/programs/wrtp-big-step", "/ladders/machining"],
)
def test_no_page_holds_a_style_or_a_script_of_its_own(client: TestClient, path: str) -> None:
    say(client, "hi")
    response = client.get(path, headers=PEOPLE)
    page = read(response.text)
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "unsafe" not in response.headers["content-security-policy"]
    assert not page.all("style")
    for element in page.elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]


def test_a_message_in_danger_is_answered_while_the_bot_is_down(
    client: TestClient, rasa: FakeRasa
) -> None:
    rasa.down = True
    page = read(say(client, "i want to kill myself").text)
    assert page.all("a", href="tel:988")
    assert page.all("a", href="sms:741741")


def test_a_bot_that_is_down_leaves_a_button_that_sends_the_same_once_more(
    client: TestClient, rasa: FakeRasa
) -> None:
    say(client, "hi")
    rasa.down = True
    again = read(say(client, "im 19", message_id="m-2").text).hidden("data-again")
    assert again == {"message": "im 19", "message_id": "m-2"}
    rasa.down = False
    client.post("/", data=again)
    texts = [text for text, _ in rasa.asked]
    assert texts == ["hi", "im 19", "im 19"]
    assert read(client.get("/").text).one("div", role="log").text.count("im 19") == 1


def test_a_talk_deleted_elsewhere_begins_anew(client: TestClient) -> None:
    say(client, "the old talk")
    client.delete(f"/api/v1/chat/{client.cookies['pathways_session']}")
    assert "the old talk" not in client.get("/").text
    assert "the new talk" in say(client, "the new talk").text


def test_a_chat_is_deleted_after_one_more_question(client: TestClient) -> None:
    say(client, "hi there")
    secret = client.cookies["pathways_session"]
    assert read(client.get("/forget").text).all("form", action="/forget")
    after = client.post("/forget")
    assert "hi there" not in after.text
    assert read(after.text).all("p", role="status")
    assert "pathways_session" not in client.cookies
    assert client.get(f"/api/v1/chat/{secret}").status_code == 404
    assert client.post("/forget").status_code == 200, "there is nothing left to delete"


def test_the_language_is_switched_by_a_link_and_kept(client: TestClient) -> None:
    first = read(client.get("/", params={"lang": "es"}).text)
    assert first.one("html").attributes["lang"] == "es"
    assert read(client.get("/privacy").text).one("html").attributes["lang"] == "es"
    link = first.one("a", hreflang="en")
    assert (link.attributes["lang"], link.text) == ("en", "English")


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        pytest.param("es-MX,es;q=0.9,en;q=0.8", "es", id="Mexican Spanish"),
        pytest.param("en-US,en;q=0.9,es;q=0.8", "en", id="American English"),
        pytest.param("fr-FR, ES-419;q=0.5", "es", id="French before Spanish"),
        pytest.param("zh", "en", id="a language not spoken here"),
        pytest.param("", "en", id="no wish"),
    ],
)
def test_a_first_visit_speaks_the_language_the_browser_wishes(
    client: TestClient, wish: str, language: str
) -> None:
    page = read(client.get("/", headers={"Accept-Language": wish}).text)
    assert page.one("html").attributes["lang"] == language


def test_an_exchange_stays_in_its_language_when_the_page_changes(client: TestClient) -> None:
    client.get("/", params={"lang": "en"})
    say(client, "hi")
    page = read(client.get("/", params={"lang": "es"}).text)
    assert page.one("html").attributes["lang"] == "es"
    latest = page.one("article", id="latest")
    assert latest.attributes["lang"] == "en"
    assert "Guide" in latest.text


def test_the_script_gets_just_the_part_it_puts_in_place(client: TestClient) -> None:
    say(client, "hi")
    response = client.post("/", data={"message": "im 19"}, headers={**PEOPLE, "X-Fragment": "1"})
    page = read(response.text)
    assert page.elements[0].tag == "template"
    assert page.elements[0].attributes["data-language"] == "en"
    assert "im 19" in page.one("article").text
    assert {part.attributes["id"] for part in page.all("section")} == {"understood", "saved"}


def test_a_long_talk_shows_its_end_first_and_the_whole_on_demand(client: TestClient) -> None:
    for number in range(14):
        say(client, f"message {number}")
    page = read(client.get("/").text)
    assert len(page.all("article")) == 12
    assert page.one("a", href="/?whole=1#talk").text == "Show 2 earlier messages"
    assert len(read(client.get("/?whole=1").text).all("article")) == 14


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/nothing", 404, id="no such page"),
        pytest.param("/programs/nothing", 404, id="no such program"),
        pytest.param("/ladders/%3Cscript%3E", 404, id="no such ladder"),
    ],
)
def test_a_person_gets_a_page_and_a_program_gets_a_problem(
    client: TestClient, path: str, status: int
) -> None:
    page = client.get(path, headers=PEOPLE)
    assert page.status_code == status
    assert read(page.text).one("h1").text == "Nothing is at this address"
    problem = client.get(path, headers={"Accept": "application/json"})
    assert problem.status_code == status
    assert problem.headers["content-type"] == "application/problem+json"


def test_the_api_never_answers_with_a_page(client: TestClient) -> None:
    problem = client.get("/api/v1/programs/nothing", headers=PEOPLE)
    assert problem.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("language", "days"), [("en", "90 days"), ("es", "90 días")])
def test_the_privacy_page_says_for_how_long(client: TestClient, language: str, days: str) -> None:
    assert days in client.get("/privacy", params={"lang": language}).text


def test_static_files_are_kept_for_good_and_asked_for_by_their_content(client: TestClient) -> None:
    page = read(client.get("/").text)
    address = page.one("script").attributes["src"]
    assert re.fullmatch(r"/static/app\.js\?v=[0-9a-f]{12}", address)
    assert "immutable" in client.get(address).headers["cache-control"]
    assert "immutable" not in client.get("/static/app.js").headers["cache-control"]


def test_a_first_visit_is_light(client: TestClient) -> None:
    files = [path.read_bytes() for path in STATIC.iterdir()]
    sent = [client.get("/").content, *files]
    assert sum(len(gzip.compress(part)) for part in sent) <= FIRST_VISIT_BYTES
